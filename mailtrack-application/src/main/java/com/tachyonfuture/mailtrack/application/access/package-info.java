/** Letting the owner in by password and session, and programs by key. */
@NullMarked
package com.tachyonfuture.mailtrack.application.access;

import org.jspecify.annotations.NullMarked;
