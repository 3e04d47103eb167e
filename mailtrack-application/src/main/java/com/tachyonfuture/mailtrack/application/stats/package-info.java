/** The numbers over all tracks, and over time. */
@NullMarked
package com.tachyonfuture.mailtrack.application.stats;

import org.jspecify.annotations.NullMarked;
