/** Sample data: filled into an empty database to show what Mailtrack does, and taken out again. */
@NullMarked
package com.tachyonfuture.mailtrack.application.demo;

import org.jspecify.annotations.NullMarked;
