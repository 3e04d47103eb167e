/// What user agents say of programs and devices.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.client;

import org.jspecify.annotations.NullMarked;
