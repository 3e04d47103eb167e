/** How what Mailtrack knows leaves it in files, and comes back. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.transfer;

import org.jspecify.annotations.NullMarked;
