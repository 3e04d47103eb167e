/// Wires recording, and keeps it going.
@NullMarked
package com.tachyonfuture.mailtrack.app.recording;

import org.jspecify.annotations.NullMarked;
