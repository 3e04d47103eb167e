/// New opens on pages that are open, without loading them again.
@NullMarked
package com.tachyonfuture.mailtrack.web.live;

import org.jspecify.annotations.NullMarked;
