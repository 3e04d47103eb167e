/** What knowing the owner's addresses needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.self.port;

import org.jspecify.annotations.NullMarked;
