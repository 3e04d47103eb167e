/// Recipients on pages, in files and in the API.
@NullMarked
package com.tachyonfuture.mailtrack.web.recipient;

import org.jspecify.annotations.NullMarked;
