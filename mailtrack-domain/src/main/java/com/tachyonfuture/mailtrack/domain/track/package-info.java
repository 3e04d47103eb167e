/** What a track is: one e-mail whose image tells when it was fetched. */
@NullMarked
package com.tachyonfuture.mailtrack.domain.track;

import org.jspecify.annotations.NullMarked;
