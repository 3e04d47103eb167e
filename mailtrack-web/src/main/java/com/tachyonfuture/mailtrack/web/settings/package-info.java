/// What the web side needs to know before it starts.
@NullMarked
package com.tachyonfuture.mailtrack.web.settings;

import org.jspecify.annotations.NullMarked;
