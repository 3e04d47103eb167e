/// Measures the program as it is shipped, from outside: `bin/bench`.
@NullMarked
package com.tachyonfuture.mailtrack.bench;

import org.jspecify.annotations.NullMarked;
