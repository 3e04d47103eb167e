/// How a database, new or taken over, gets the tables that Mailtrack needs.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.migration;

import org.jspecify.annotations.NullMarked;
