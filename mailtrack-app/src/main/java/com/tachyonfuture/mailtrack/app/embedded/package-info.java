/// The embedded database on its own.
@NullMarked
package com.tachyonfuture.mailtrack.app.embedded;

import org.jspecify.annotations.NullMarked;
