/** Those who get the mail. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.recipient;

import org.jspecify.annotations.NullMarked;
