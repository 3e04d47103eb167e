package com.tachyonfuture.mailtrack.web.settings;

import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import java.time.ZoneId;
import java.util.List;

/// What the operator decides about the web side.
///
/// @param baseUrl where the service is reached from outside, without a slash at its end
/// @param displayZone the zone in which pages tell times
/// @param corsOrigins the origins whose scripts may use the API, as browsers write them: `https://example.com`
public record WebSettings(
        String baseUrl,
        TrustedProxies trustedProxies,
        SecretHash apiKey,
        OwnerLogin owner,
        ZoneId displayZone,
        List<String> corsOrigins) {

    public WebSettings {
        if (baseUrl.endsWith("/")) {
            throw new IllegalArgumentException("the base URL ends without a slash");
        }
        corsOrigins = List.copyOf(corsOrigins);
    }
}
