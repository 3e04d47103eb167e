package com.tachyonfuture.mailtrack.outbound.place;

import com.maxmind.db.MaxMindDbParameter;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import org.jspecify.annotations.Nullable;

/// What is needed of a nested record. The reader skips everything else, the names in other languages above all, which
/// makes a lookup several times faster than reading all of it. Public for the reader, which makes it.
public record NestedPlace(
        @MaxMindDbParameter(name = "country") @Nullable Country country,
        @MaxMindDbParameter(name = "city") @Nullable City city) {

    /// A country within a record.
    public record Country(
            @MaxMindDbParameter(name = "iso_code") @Nullable String isoCode,
            @MaxMindDbParameter(name = "names") @Nullable Names names) {}

    /// A city within a record.
    public record City(
            @MaxMindDbParameter(name = "names") @Nullable Names names) {}

    /// The names of either.
    public record Names(
            @MaxMindDbParameter(name = "en") @Nullable String english) {}

    Place place() {
        return MaxMindRecord.place(
                country == null ? null : country.isoCode,
                country == null ? null : english(country.names),
                city == null ? null : english(city.names));
    }

    private static @Nullable String english(@Nullable Names names) {
        return names == null ? null : names.english;
    }
}
