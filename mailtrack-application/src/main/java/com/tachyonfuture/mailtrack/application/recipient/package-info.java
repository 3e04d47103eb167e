/** Those who get the mail, and what they make of it. */
@NullMarked
package com.tachyonfuture.mailtrack.application.recipient;

import org.jspecify.annotations.NullMarked;
