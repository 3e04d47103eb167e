/// Wires the judging of opens.
@NullMarked
package com.tachyonfuture.mailtrack.app.classify;

import org.jspecify.annotations.NullMarked;
