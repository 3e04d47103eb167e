/// A MariaDB server that this program brings along, starts and stops: for a first try, for small installations and
/// for the tests.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.embedded;

import org.jspecify.annotations.NullMarked;
