/// The owner says which opens are their own.
@NullMarked
package com.tachyonfuture.mailtrack.web.self;

import org.jspecify.annotations.NullMarked;
