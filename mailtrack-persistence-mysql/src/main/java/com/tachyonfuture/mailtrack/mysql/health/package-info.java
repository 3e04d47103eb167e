/// Whether the database works.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.health;

import org.jspecify.annotations.NullMarked;
