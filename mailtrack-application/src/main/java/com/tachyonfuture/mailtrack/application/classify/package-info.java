/** Judging what fetched a pixel, and judging it again. */
@NullMarked
package com.tachyonfuture.mailtrack.application.classify;

import org.jspecify.annotations.NullMarked;
