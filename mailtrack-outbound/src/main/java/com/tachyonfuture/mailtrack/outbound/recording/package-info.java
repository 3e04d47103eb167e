/** Where hits wait. */
@NullMarked
package com.tachyonfuture.mailtrack.outbound.recording;

import org.jspecify.annotations.NullMarked;
