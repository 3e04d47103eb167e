/// Takes sample data out again.
@NullMarked
package com.tachyonfuture.mailtrack.web.demo;

import org.jspecify.annotations.NullMarked;
