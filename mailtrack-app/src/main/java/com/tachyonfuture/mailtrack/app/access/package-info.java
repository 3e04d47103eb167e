/// What lets owners and programs in, where they did not choose it themselves.
@NullMarked
package com.tachyonfuture.mailtrack.app.access;

import org.jspecify.annotations.NullMarked;
