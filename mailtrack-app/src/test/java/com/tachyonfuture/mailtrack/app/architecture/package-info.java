/// The arrows and habits of architecture and style, as rules that fail.
@NullMarked
package com.tachyonfuture.mailtrack.app.architecture;

import org.jspecify.annotations.NullMarked;
