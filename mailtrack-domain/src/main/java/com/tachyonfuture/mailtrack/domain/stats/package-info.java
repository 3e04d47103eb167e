/** Numbers over time. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.stats;

import org.jspecify.annotations.NullMarked;
