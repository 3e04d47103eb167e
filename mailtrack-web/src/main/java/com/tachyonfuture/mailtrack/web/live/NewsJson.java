package com.tachyonfuture.mailtrack.web.live;

import com.tachyonfuture.mailtrack.application.live.Arrival;
import com.tachyonfuture.mailtrack.application.live.News;
import com.tachyonfuture.mailtrack.web.api.Iso;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What pages are told.
///
/// @param opens some of what arrived, reads first
/// @param count how many arrived
/// @param reads how many of these are reads
/// @param more whether there are more than that
/// @param known the ids of opens that were there before, and may be told again
@Serdeable(naming = SnakeCaseStrategy.class)
record NewsJson(List<OpenJson> opens, int count, int reads, boolean more, Collection<Long> known) {

    /// One open, and its track as it is since.
    ///
    /// @param verdict its code; null until somebody judges it
    /// @param read whether it counts as a read
    @Serdeable(naming = SnakeCaseStrategy.class)
    record OpenJson(
            long openId,
            String trackId,
            @Nullable String openedAt,
            @Nullable String verdict,
            boolean read,
            @Nullable String recipient,
            @Nullable String subject,
            long openCount,
            long readCount) {

        /// In code points. A line of text is enough to know a mail by.
        private static final int LONGEST = 120;

        private static OpenJson of(Arrival open) {
            return new OpenJson(
                    open.openId(),
                    open.trackId().value(),
                    Iso.of(open.openedAt()),
                    open.verdict() == null ? null : open.verdict().code(),
                    open.read(),
                    line(open.recipient()),
                    line(open.subject()),
                    open.opens(),
                    open.reads());
        }

        private static @Nullable String line(@Nullable String text) {
            return text == null || text.codePointCount(0, text.length()) <= LONGEST
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }

    static NewsJson of(News news, Collection<Long> known) {
        return new NewsJson(
                news.opens().stream().map(OpenJson::of).toList(), news.count(), news.reads(), news.more(), known);
    }
}
