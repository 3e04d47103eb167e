/// The database that the program uses: the one it was given, or the one it brings along.
@NullMarked
package com.tachyonfuture.mailtrack.app.database;

import org.jspecify.annotations.NullMarked;
