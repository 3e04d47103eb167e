/** The program. */
@NullMarked
package com.tachyonfuture.mailtrack.app;

import org.jspecify.annotations.NullMarked;
