/// Where hits wait until they are in the database.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.recording;

import org.jspecify.annotations.NullMarked;
