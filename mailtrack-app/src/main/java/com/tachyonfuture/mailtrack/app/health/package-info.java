/// Wires the health check.
@NullMarked
package com.tachyonfuture.mailtrack.app.health;

import org.jspecify.annotations.NullMarked;
