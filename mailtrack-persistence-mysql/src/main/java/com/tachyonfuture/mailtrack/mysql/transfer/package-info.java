/// Files that wait to be imported, in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.transfer;

import org.jspecify.annotations.NullMarked;
