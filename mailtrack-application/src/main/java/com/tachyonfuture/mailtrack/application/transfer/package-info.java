/** Bringing tracks in from files. */
@NullMarked
package com.tachyonfuture.mailtrack.application.transfer;

import org.jspecify.annotations.NullMarked;
