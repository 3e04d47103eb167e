/** The use cases of tracks. */
@NullMarked
package com.tachyonfuture.mailtrack.application.track;

import org.jspecify.annotations.NullMarked;
