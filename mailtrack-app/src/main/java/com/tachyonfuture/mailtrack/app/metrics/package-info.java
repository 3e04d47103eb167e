/// Measures the running program.
@NullMarked
package com.tachyonfuture.mailtrack.app.metrics;

import org.jspecify.annotations.NullMarked;
