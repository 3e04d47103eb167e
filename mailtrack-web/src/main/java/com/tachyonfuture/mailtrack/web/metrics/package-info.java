/// The numbers for Prometheus, over HTTP.
@NullMarked
package com.tachyonfuture.mailtrack.web.metrics;

import org.jspecify.annotations.NullMarked;
