/// The page at the root.
@NullMarked
package com.tachyonfuture.mailtrack.web.home;

import org.jspecify.annotations.NullMarked;
