package com.tachyonfuture.mailtrack.mysql;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How instants stand in columns of type `DATETIME(6)`: in UTC. As `LocalDateTime` the driver passes them on as they
/// are, whatever the time zone of this program, of the connection and of the server.
@Singleton
public final class UtcTimes implements AttributeConverter<Instant, LocalDateTime> {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Duration ALMOST_A_MICROSECOND = Duration.ofNanos(999);

    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }

    /// The first time that a column can hold at or after an instant; the server refuses to compare with any other.
    public static LocalDateTime bound(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return column(EARLIEST);
        }
        boolean late = instant.isAfter(LATEST);
        return column(late ? LATEST : instant.plus(ALMOST_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public @Nullable LocalDateTime convertToPersistedValue(@Nullable Instant instant, ConversionContext context) {
        return instant == null ? null : column(instant);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable LocalDateTime column, ConversionContext context) {
        return instant(column);
    }
}
