/// Who may ask what.
@NullMarked
package com.tachyonfuture.mailtrack.web.access;

import org.jspecify.annotations.NullMarked;
