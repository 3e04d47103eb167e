/// How errors are told.
@NullMarked
package com.tachyonfuture.mailtrack.web.problem;

import org.jspecify.annotations.NullMarked;
