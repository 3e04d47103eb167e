/// The program: its main class, and how everything is put together.
@NullMarked
package com.tachyonfuture.mailtrack.app;

import org.jspecify.annotations.NullMarked;
