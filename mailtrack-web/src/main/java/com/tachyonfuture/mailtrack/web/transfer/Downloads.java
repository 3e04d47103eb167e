package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.CsvStreams;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.api.EveryPage;
import com.tachyonfuture.mailtrack.web.api.JsonStreams;
import com.tachyonfuture.mailtrack.web.api.LargePage;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import com.tachyonfuture.mailtrack.web.track.TrackJson;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes files of tracks and opens, of any number. What belongs to them is found page after page while they are
/// written, as fast as the connection takes them. A fault in the middle ends the connection, so that no file looks
/// complete which isn't.
@Singleton
final class Downloads {

    /// What kind of file it is.
    enum Format {
        /// For programs.
        CSV("csv", "text/csv;charset=utf-8"),

        /// For Excel, which takes UTF-8 for something else unless it is told.
        CSV_FOR_PEOPLE("csv", "text/csv;charset=utf-8"),

        JSON("json", "application/json");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /// Asks for tracks, from a cursor on.
    @FunctionalInterface
    interface TrackRequests {

        FindTracks.Request from(int limit, @Nullable String cursor);
    }

    private final FindTracks findTracks;
    private final FindOpens findOpens;
    private final JsonStreams jsonStreams;
    private final InstantSource clock;
    private final WebSettings settings;

    Downloads(
            FindTracks findTracks,
            FindOpens findOpens,
            JsonStreams jsonStreams,
            InstantSource clock,
            WebSettings settings) {
        this.findTracks = findTracks;
        this.findOpens = findOpens;
        this.jsonStreams = jsonStreams;
        this.clock = clock;
        this.settings = settings;
    }

    /// All tracks that are asked for, newest first.
    HttpResponse<InputStream> tracks(TrackRequests requests, Format format) {
        Iterator<TrackSummary> found =
                EveryPage.of((limit, cursor) -> tracks(requests.from(limit, cursor)), Downloads::weight);
        return file("tracks", format, TrackColumns.ALL, found, this::json);
    }

    private Page<TrackSummary> tracks(FindTracks.Request request) {
        return switch (findTracks.matching(request)) {
            case FindTracks.Found(var page) -> page;
            case FindTracks.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private static long weight(TrackSummary summary) {
        TrackDetails details = summary.track().details();
        return LargePage.weight(details.recipient(), details.subject(), details.notes());
    }

    private TrackJson json(TrackSummary summary) {
        return TrackJson.of(summary, settings.baseUrl());
    }

    /// All opens of a track, the latest arrival first.
    HttpResponse<InputStream> opensOf(TrackId track, @Nullable Verdict verdict, Format format) {
        return opens(
                (limit, cursor) -> opens(findOpens.of(new FindOpens.Request(track, verdict, limit, cursor))), format);
    }

    /// All opens in a period, from the earliest.
    HttpResponse<InputStream> opensIn(
            @Nullable Instant since, @Nullable Instant until, @Nullable Verdict verdict, Format format) {
        return opens((limit, cursor) -> opens(findOpens.inPeriod(since, until, verdict, limit, cursor)), format);
    }

    private static Page<Open> opens(FindOpens.Outcome outcome) {
        return switch (outcome) {
            case FindOpens.Found(var page) -> page;
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private HttpResponse<InputStream> opens(LargePage.Source<Open> source, Format format) {
        Iterator<Open> found = EveryPage.of(source, open -> LargePage.weight(open.userAgent(), open.referer()));
        return file("opens", format, OpenColumns.ALL, found, ExportedOpenJson::of);
    }

    /// What a program for mail merge needs of the tracks of one message.
    HttpResponse<InputStream> merge(String messageGroupId, Format format) {
        List<TrackSummary> found = findTracks.ofGroup(messageGroupId);
        return file("merge", format, MergeColumns.ALL, found.iterator(), this::json);
    }

    private <T, J> HttpResponse<InputStream> file(
            String name, Format format, List<Column<J>> columns, Iterator<T> found, Function<T, J> shape) {
        InputStream content = switch (format) {
            case CSV, CSV_FOR_PEOPLE ->
                CsvStreams.table(columns, shaped(found, shape), format == Format.CSV_FOR_PEOPLE);
            case JSON -> jsonStreams.array(found, shape::apply);
        };
        String day =
                LocalDate.ofInstant(clock.instant(), settings.displayZone()).toString();
        return HttpResponse.ok(content)
                .contentType(MediaType.of(format.type))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"mailtrack-" + name + "-" + day + "." + format.ending + "\"");
    }

    private static <T, J> Iterator<J> shaped(Iterator<T> found, Function<T, J> shape) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public J next() {
                return shape.apply(found.next());
            }
        };
    }
}
