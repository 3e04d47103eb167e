/** In-memory twins of the driven adapters, which pass the same contracts as the real ones. */
@NullMarked
package com.tachyonfuture.mailtrack.application.twin;

import org.jspecify.annotations.NullMarked;
