/// A server to test over real connections.
@NullMarked
package com.tachyonfuture.mailtrack.web.server;

import org.jspecify.annotations.NullMarked;
