/// Tracks over HTTP.
@NullMarked
package com.tachyonfuture.mailtrack.web.track;

import org.jspecify.annotations.NullMarked;
