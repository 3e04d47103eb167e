/** What recording needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.recording.port;

import org.jspecify.annotations.NullMarked;
