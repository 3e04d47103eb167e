package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Objects;

/// What the values of a dimension are called in the language of whoever reads it. What has no name there keeps the one
/// that it is counted under.
record ValueNames(Dimension dimension, Words words) {

    private static final int CODE_OF_COUNTRY = 2;

    String of(String value) {
        return switch (dimension) {
            case COUNTRY -> country(value);
            case CITY -> city(value);
            case DEVICE -> DeviceClass.of(value).map(this::device).orElse(value);
            case CLIENT, OS, NETWORK -> value;
        };
    }

    private String country(String value) {
        return Objects.requireNonNullElse(words.country(value, value), value);
    }

    /// As [Dimension#CITY] says: `Berlin, DE`.
    private String city(String value) {
        int comma = value.lastIndexOf(", ");
        int country = comma + ", ".length();
        return comma < 0 || value.length() - country != CODE_OF_COUNTRY
                ? value
                : value.substring(0, country) + country(value.substring(country));
    }

    private String device(DeviceClass device) {
        return words.of("analytics.device." + device.code());
    }
}
