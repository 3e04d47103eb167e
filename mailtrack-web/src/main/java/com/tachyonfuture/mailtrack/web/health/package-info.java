/// Whether the service works, over HTTP.
@NullMarked
package com.tachyonfuture.mailtrack.web.health;

import org.jspecify.annotations.NullMarked;
