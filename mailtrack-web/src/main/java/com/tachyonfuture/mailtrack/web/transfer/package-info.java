/// Files of tracks and opens, out and in.
@NullMarked
package com.tachyonfuture.mailtrack.web.transfer;

import org.jspecify.annotations.NullMarked;
