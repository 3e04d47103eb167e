/** What arrives while somebody looks. */
@NullMarked
package com.tachyonfuture.mailtrack.application.live;

import org.jspecify.annotations.NullMarked;
