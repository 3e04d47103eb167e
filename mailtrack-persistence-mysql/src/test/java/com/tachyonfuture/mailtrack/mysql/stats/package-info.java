/// What the adapters of this package do on a real server.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.stats;

import org.jspecify.annotations.NullMarked;
