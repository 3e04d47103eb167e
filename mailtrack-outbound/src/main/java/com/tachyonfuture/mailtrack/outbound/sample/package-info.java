/// A world of addresses that belong to nobody, for sample data.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.sample;

import org.jspecify.annotations.NullMarked;
