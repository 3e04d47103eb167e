@NullMarked
package com.tachyonfuture.mailtrack.mysql.live;

import org.jspecify.annotations.NullMarked;
