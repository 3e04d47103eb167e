/// Opens in the database: how hits become opens, and how they are read.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.recording;

import org.jspecify.annotations.NullMarked;
