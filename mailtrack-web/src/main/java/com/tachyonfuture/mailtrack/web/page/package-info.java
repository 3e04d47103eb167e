/// HTML for browsers.
@NullMarked
package com.tachyonfuture.mailtrack.web.page;

import org.jspecify.annotations.NullMarked;
