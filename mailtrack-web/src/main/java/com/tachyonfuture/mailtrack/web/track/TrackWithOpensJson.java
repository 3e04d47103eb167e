package com.tachyonfuture.mailtrack.web.track;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tachyonfuture.mailtrack.web.recording.OpenJson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A track and its opens in the API: the fields of the track, and one more.
@Serdeable
record TrackWithOpensJson(@JsonUnwrapped TrackJson track, List<OpenJson> opens) {}
