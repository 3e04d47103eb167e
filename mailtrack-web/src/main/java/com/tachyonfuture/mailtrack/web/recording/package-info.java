/// The pixel, and the opens that come of it, over HTTP.
@NullMarked
package com.tachyonfuture.mailtrack.web.recording;

import org.jspecify.annotations.NullMarked;
