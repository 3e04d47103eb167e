/** What letting people and programs in needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.access.port;

import org.jspecify.annotations.NullMarked;
