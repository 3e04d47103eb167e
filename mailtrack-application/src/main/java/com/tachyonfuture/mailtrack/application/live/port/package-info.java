/** What those need from outside who tell what arrives. */
@NullMarked
package com.tachyonfuture.mailtrack.application.live.port;

import org.jspecify.annotations.NullMarked;
