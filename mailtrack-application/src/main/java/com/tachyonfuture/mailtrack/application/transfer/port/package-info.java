/** What bringing tracks in needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.transfer.port;

import org.jspecify.annotations.NullMarked;
