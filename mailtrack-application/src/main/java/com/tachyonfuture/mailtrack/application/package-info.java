/** What every use case shares: how a request is refused, and how a storage out of reach is reported. */
@NullMarked
package com.tachyonfuture.mailtrack.application;

import org.jspecify.annotations.NullMarked;
