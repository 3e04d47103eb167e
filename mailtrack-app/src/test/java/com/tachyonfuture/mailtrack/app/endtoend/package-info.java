/// From a mail to a number, through everything that is between.
@NullMarked
package com.tachyonfuture.mailtrack.app.endtoend;

import org.jspecify.annotations.NullMarked;
