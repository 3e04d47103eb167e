/// Sample data in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.demo;

import org.jspecify.annotations.NullMarked;
