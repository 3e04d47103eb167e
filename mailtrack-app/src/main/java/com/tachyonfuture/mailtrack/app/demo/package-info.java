/// Sample data: what is in them, and the commands that fill them in and take them out.
@NullMarked
package com.tachyonfuture.mailtrack.app.demo;

import org.jspecify.annotations.NullMarked;
