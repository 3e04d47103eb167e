/// Wires what owners do with tracks.
@NullMarked
package com.tachyonfuture.mailtrack.app.track;

import org.jspecify.annotations.NullMarked;
