/** What judging needs from outside. */
@NullMarked
package com.tachyonfuture.mailtrack.application.classify.port;

import org.jspecify.annotations.NullMarked;
