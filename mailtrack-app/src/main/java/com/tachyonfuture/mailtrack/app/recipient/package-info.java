/// Wires the recipients.
@NullMarked
package com.tachyonfuture.mailtrack.app.recipient;

import org.jspecify.annotations.NullMarked;
