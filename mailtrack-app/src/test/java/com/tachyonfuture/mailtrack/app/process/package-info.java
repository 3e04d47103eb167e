/// The program as a process: how it starts, stops, dies and comes back.
@NullMarked
package com.tachyonfuture.mailtrack.app.process;

import org.jspecify.annotations.NullMarked;
