package com.tachyonfuture.mailtrack.web.track;

import io.micronaut.serde.annotation.Serdeable;

/// A sentence in the API.
@Serdeable
record MessageJson(String message) {}
