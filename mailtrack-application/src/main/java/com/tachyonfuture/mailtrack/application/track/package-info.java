/** What an owner does with tracks: create, find, delete. */
@NullMarked
package com.tachyonfuture.mailtrack.application.track;

import org.jspecify.annotations.NullMarked;
