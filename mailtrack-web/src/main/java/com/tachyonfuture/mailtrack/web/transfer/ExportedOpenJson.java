package com.tachyonfuture.mailtrack.web.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.recording.OpenJson;
import io.micronaut.serde.annotation.Serdeable;

/// An open with the track that it belongs to.
@Serdeable
record ExportedOpenJson(
        @JsonProperty("track_id") String trackId,
        @JsonUnwrapped OpenJson open) {

    static ExportedOpenJson of(Open open) {
        return new ExportedOpenJson(open.trackId().value(), OpenJson.of(open));
    }
}
