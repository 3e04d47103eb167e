/** What a track is. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.track;

import org.jspecify.annotations.NullMarked;
