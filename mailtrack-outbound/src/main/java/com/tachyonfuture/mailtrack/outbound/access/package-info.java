/// The slow hash of passwords.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.access;

import org.jspecify.annotations.NullMarked;
