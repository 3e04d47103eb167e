/** What the numbers need from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.stats.port;

import org.jspecify.annotations.NullMarked;
