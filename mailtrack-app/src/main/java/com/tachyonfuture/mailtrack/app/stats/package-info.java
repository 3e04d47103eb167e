/// Wires the numbers over all tracks.
@NullMarked
package com.tachyonfuture.mailtrack.app.stats;

import org.jspecify.annotations.NullMarked;
