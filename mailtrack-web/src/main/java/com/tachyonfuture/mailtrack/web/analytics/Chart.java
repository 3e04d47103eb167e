package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chart of the page.
enum Chart {
    READS("reads", null),
    HOURS("hours", null),
    FIRST_READS("first-reads", null),
    COUNTRIES("countries", Dimension.COUNTRY),
    CITIES("cities", Dimension.CITY),
    CLIENTS("clients", Dimension.CLIENT),
    DEVICES("devices", Dimension.DEVICE),
    SYSTEMS("systems", Dimension.OS),
    NETWORKS("networks", Dimension.NETWORK),
    VERDICTS("verdicts", null);

    private final String code;
    private final @Nullable Dimension dimension;

    Chart(String code, @Nullable Dimension dimension) {
        this.code = code;
        this.dimension = dimension;
    }

    static Optional<Chart> of(String code) {
        return Arrays.stream(values()).filter(chart -> chart.code.equals(code)).findFirst();
    }

    /// In addresses, and on the page.
    String code() {
        return code;
    }

    /// What tells the reads apart that are counted.
    Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }
}
