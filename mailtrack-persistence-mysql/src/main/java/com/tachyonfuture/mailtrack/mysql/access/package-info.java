/// Who may come in, in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.access;

import org.jspecify.annotations.NullMarked;
