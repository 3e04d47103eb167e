/// The database from the program's side.
@NullMarked
package com.tachyonfuture.mailtrack.app.database;

import org.jspecify.annotations.NullMarked;
