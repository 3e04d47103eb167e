/** What the use cases of tracks need from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.track.port;

import org.jspecify.annotations.NullMarked;
