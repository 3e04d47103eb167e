package com.tachyonfuture.mailtrack.mysql;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How instants stand in columns of type `DATETIME(6)`: in UTC, to the microsecond.
///
/// They come and go as text. Any other type the driver or Micronaut Data would turn into a `Timestamp` on the way, and
/// back, by the time zones of this program, of the connection and of the server.
@Singleton
public final class UtcTimes implements AttributeConverter<Instant, String> {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Duration ALMOST_A_MICROSECOND = Duration.ofNanos(999);

    public static String text(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < EARLIEST.getEpochSecond() || second > LATEST.getEpochSecond()) {
            return FORMAT.format(instant);
        }
        return text(LocalDateTime.ofEpochSecond(second, instant.getNano(), ZoneOffset.UTC));
    }

    /// The same by hand: it is called for every open, and the formatter takes longer than all
    /// else that is done for one.
    private static String text(LocalDateTime time) {
        byte[] text = "0000-00-00 00:00:00.000000".getBytes(StandardCharsets.US_ASCII);
        digits(text, 4, time.getYear());
        digits(text, 7, time.getMonthValue());
        digits(text, 10, time.getDayOfMonth());
        digits(text, 13, time.getHour());
        digits(text, 16, time.getMinute());
        digits(text, 19, time.getSecond());
        digits(text, 26, time.getNano() / 1_000);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static void digits(byte[] text, int end, int number) {
        int rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /// What a column says. A date that does not exist, such as 0000-00-00, which old servers let in, is none.
    public static @Nullable Instant instant(@Nullable String column) {
        if (column == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(column.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noSuchDate) {
            return null;
        }
    }

    /// The first time that a column can hold at or after an instant; the server refuses to compare with any other.
    public static String bound(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return text(EARLIEST);
        }
        boolean late = instant.isAfter(LATEST);
        return text(late ? LATEST : instant.plus(ALMOST_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Instant instant, ConversionContext context) {
        return instant == null ? null : text(instant);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable String column, ConversionContext context) {
        return instant(column);
    }
}
