/// Wires what tells pages of new opens.
@NullMarked
package com.tachyonfuture.mailtrack.app.live;

import org.jspecify.annotations.NullMarked;
