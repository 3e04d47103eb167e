/// What arrives, from the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.live;

import org.jspecify.annotations.NullMarked;
