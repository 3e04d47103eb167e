/// The loop that keeps recording going.
@NullMarked
package com.tachyonfuture.mailtrack.app.recording;

import org.jspecify.annotations.NullMarked;
