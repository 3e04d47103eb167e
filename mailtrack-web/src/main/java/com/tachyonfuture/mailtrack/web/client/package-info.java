/// Who is at the other end of a connection, and what their browser keeps for us.
@NullMarked
package com.tachyonfuture.mailtrack.web.client;

import org.jspecify.annotations.NullMarked;
