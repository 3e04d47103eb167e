/** What the use cases of recipients need from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.recipient.port;

import org.jspecify.annotations.NullMarked;
