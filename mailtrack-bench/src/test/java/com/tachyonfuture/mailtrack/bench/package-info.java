/// Whether the bench reckons right.
@NullMarked
package com.tachyonfuture.mailtrack.bench;

import org.jspecify.annotations.NullMarked;
