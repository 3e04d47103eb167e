/// Recipients in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.recipient;

import org.jspecify.annotations.NullMarked;
