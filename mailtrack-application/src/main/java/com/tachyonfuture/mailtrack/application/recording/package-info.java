/** From a request for a pixel to an open in the database, and reading the opens again. */
@NullMarked
package com.tachyonfuture.mailtrack.application.recording;

import org.jspecify.annotations.NullMarked;
