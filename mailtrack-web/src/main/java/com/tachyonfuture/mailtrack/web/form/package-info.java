/// What people send from our pages.
@NullMarked
package com.tachyonfuture.mailtrack.web.form;

import org.jspecify.annotations.NullMarked;
