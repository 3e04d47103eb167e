@NullMarked
package com.tachyonfuture.mailtrack.mysql.self;

import org.jspecify.annotations.NullMarked;
