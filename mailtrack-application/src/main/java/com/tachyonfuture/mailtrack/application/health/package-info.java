/** Whether the service can do its work. */
@NullMarked
package com.tachyonfuture.mailtrack.application.health;

import org.jspecify.annotations.NullMarked;
