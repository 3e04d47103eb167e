package com.tachyonfuture.mailtrack.web.settings;

import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the operator decides about the web side.
///
/// @param baseUrl where the service is reached from outside, without a slash at its end
/// @param displayZone the zone in which pages tell times
/// @param corsOrigins the origins whose scripts may use the API, as browsers write them: `https://example.com`
/// @param cookieSecure whether browsers may send cookies over TLS only; where empty, it depends on whether they use it
/// @param passwordFromSettings whether the owner's password can be changed in the settings only
/// @param browserKey signs what tells the owner's browsers from others
public record WebSettings(
        String baseUrl,
        TrustedProxies trustedProxies,
        ZoneId displayZone,
        List<String> corsOrigins,
        Optional<Boolean> cookieSecure,
        boolean passwordFromSettings,
        SigningKey browserKey) {

    public WebSettings {
        if (baseUrl.endsWith("/")) {
            throw new IllegalArgumentException("the base URL ends without a slash");
        }
        corsOrigins = List.copyOf(corsOrigins);
    }

    /// The path of the base URL, as browsers ask for it: without a slash at its end, and empty where there is none.
    public String basePath() {
        int path = baseUrl.indexOf('/', baseUrl.indexOf("://") + 3);
        return path < 0 ? "" : baseUrl.substring(path);
    }
}
