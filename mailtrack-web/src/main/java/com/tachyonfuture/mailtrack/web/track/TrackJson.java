package com.tachyonfuture.mailtrack.web.track;

import io.micronaut.serde.annotation.Serdeable;

/// A track in the API.
@Serdeable
public record TrackJson(String id) {}
