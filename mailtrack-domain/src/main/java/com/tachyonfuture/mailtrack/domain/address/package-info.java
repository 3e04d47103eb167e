/** Addresses of machines and networks. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.address;

import org.jspecify.annotations.NullMarked;
