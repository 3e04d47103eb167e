package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.track.TrackJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A track as a row: the API's fields, but for the snippets, which are made of `pixel_url` alone.
final class TrackColumns {

    static final List<Column<TrackJson>> ALL = Stream.of(
                    Stream.of(
                            new Column<>("id", TrackJson::id),
                            new Column<>("recipient", TrackJson::recipient),
                            new Column<>("subject", TrackJson::subject),
                            new Column<>("notes", TrackJson::notes),
                            new Column<>("message_group_id", TrackJson::messageGroupId),
                            new Column<>("created_at", TrackJson::createdAt),
                            new Column<>("open_count", TrackJson::openCount),
                            new Column<>("read_count", TrackJson::readCount),
                            new Column<>("first_opened_at", TrackJson::firstOpenedAt),
                            new Column<>("last_opened_at", TrackJson::lastOpenedAt)),
                    Arrays.stream(Verdict.values()).map(TrackColumns::verdict),
                    Stream.of(new Column<>("pixel_url", TrackJson::pixelUrl)))
            .<Column<TrackJson>>flatMap(columns -> columns)
            .toList();

    private TrackColumns() {}

    private static Column<TrackJson> verdict(Verdict verdict) {
        return new Column<>(
                "verdicts." + verdict.code(), track -> track.verdicts().get(verdict.code()));
    }
}
