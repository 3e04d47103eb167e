/// The page of charts: when, where and with what mails are read.
@NullMarked
package com.tachyonfuture.mailtrack.web.analytics;

import org.jspecify.annotations.NullMarked;
