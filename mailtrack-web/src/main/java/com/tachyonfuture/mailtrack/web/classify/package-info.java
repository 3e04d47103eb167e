/// What pages say of verdicts.
@NullMarked
package com.tachyonfuture.mailtrack.web.classify;

import org.jspecify.annotations.NullMarked;
