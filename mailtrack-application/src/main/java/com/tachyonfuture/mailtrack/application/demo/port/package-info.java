/** What sample data need from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.demo.port;

import org.jspecify.annotations.NullMarked;
