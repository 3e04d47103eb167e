/// Wires the import of tracks.
@NullMarked
package com.tachyonfuture.mailtrack.app.transfer;

import org.jspecify.annotations.NullMarked;
