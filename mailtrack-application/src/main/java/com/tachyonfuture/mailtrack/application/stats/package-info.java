/** The numbers over all tracks. */
@NullMarked
package com.tachyonfuture.mailtrack.application.stats;

import org.jspecify.annotations.NullMarked;
