/** The owner's own looks at what they sent, and the addresses that they are known by. */
@NullMarked
package com.tachyonfuture.mailtrack.application.self;

import org.jspecify.annotations.NullMarked;
