/** What every adapter of a port must do, as tests that each of them runs. */
@NullMarked
package com.tachyonfuture.mailtrack.application.contract;

import org.jspecify.annotations.NullMarked;
