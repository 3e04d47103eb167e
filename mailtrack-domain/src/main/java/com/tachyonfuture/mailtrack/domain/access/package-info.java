/** Who may come in: the owner by password and session, programs by key. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.access;

import org.jspecify.annotations.NullMarked;
