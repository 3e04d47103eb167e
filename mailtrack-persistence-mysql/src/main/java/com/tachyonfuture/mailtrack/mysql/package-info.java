/// What every adapter to the database shares: how work runs on it, and what becomes of its failures.
@NullMarked
package com.tachyonfuture.mailtrack.mysql;

import org.jspecify.annotations.NullMarked;
