/// What all of the REST API has in common.
@NullMarked
package com.tachyonfuture.mailtrack.web.api;

import org.jspecify.annotations.NullMarked;
