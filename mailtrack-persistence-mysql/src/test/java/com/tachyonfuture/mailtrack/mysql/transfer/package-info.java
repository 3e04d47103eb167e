@NullMarked
package com.tachyonfuture.mailtrack.mysql.transfer;

import org.jspecify.annotations.NullMarked;
