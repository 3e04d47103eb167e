/** What fetched a pixel: verdicts, the evidence for them, and the rules that judge. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.NullMarked;
