package com.tachyonfuture.mailtrack.web.track;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import io.micronaut.serde.annotation.Serdeable;

/// What the owner pastes into a mail, in the API.
@Serdeable
public record SnippetsJson(
        String html,
        String markdown,
        @JsonProperty("html_visible") String htmlVisible) {

    static SnippetsJson of(Snippets snippets) {
        return new SnippetsJson(snippets.html(), snippets.markdown(), snippets.htmlVisible());
    }
}
