/** What arrives at a pixel and what is kept of it: hits, opens and the addresses they come from. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.recording;

import org.jspecify.annotations.NullMarked;
