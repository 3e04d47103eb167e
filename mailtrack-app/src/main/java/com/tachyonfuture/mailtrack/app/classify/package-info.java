/// Wiring of what judging needs: places, networks.
@NullMarked
package com.tachyonfuture.mailtrack.app.classify;

import org.jspecify.annotations.NullMarked;
