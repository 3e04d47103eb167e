/// The numbers over HTTP.
@NullMarked
package com.tachyonfuture.mailtrack.web.stats;

import org.jspecify.annotations.NullMarked;
