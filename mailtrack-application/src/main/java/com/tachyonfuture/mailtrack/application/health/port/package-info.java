/** What the health check needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.health.port;

import org.jspecify.annotations.NullMarked;
