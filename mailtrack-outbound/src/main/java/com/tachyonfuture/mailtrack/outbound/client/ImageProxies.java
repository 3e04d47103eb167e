package com.tachyonfuture.mailtrack.outbound.client;

import com.tachyonfuture.mailtrack.domain.classify.Client;
import java.util.Map;
import java.util.Optional;

/// Those who fetch images for readers. They tell by whom the mail is shown, and nothing of the reader's device: what
/// else they say of themselves is made up.
final class ImageProxies {

    /// As Mail Privacy Protection calls itself.
    private static final String MOZILLA = "Mozilla/5.0";

    /// No browser ends so: what fetches ahead for Gmail does, or for Outlook.com, as others say.
    private static final String FETCHED_AHEAD = " Edge/12.246 Mozilla/5.0";

    private static final Map<String, String> NAMES = Map.of(
            "GoogleImageProxy", "Gmail",
            "(via ggpht.com", "Gmail",
            "YahooMailProxy", "Yahoo Mail",
            "Yahoo Mailproxy", "Yahoo Mail",
            "YahooCacheSystem", "Yahoo Mail",
            "HeyImageProxy", "HEY");

    private ImageProxies() {}

    static Optional<Client> in(String userAgent) {
        if (userAgent.equals(MOZILLA) || userAgent.endsWith(FETCHED_AHEAD)) {
            return Optional.of(Client.UNKNOWN);
        }
        return NAMES.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .findFirst()
                .map(name -> new Client(name.getValue(), null, null));
    }
}
