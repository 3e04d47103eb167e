/// Tables in files.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.table;

import org.jspecify.annotations.NullMarked;
