/// A real database for tests, whatever this machine has to offer.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.testing;

import org.jspecify.annotations.NullMarked;
