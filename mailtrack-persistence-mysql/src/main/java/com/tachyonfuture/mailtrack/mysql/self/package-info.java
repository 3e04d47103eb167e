/// The owner's addresses in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.self;

import org.jspecify.annotations.NullMarked;
