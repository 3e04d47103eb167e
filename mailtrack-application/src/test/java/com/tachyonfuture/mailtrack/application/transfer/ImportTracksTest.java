package com.tachyonfuture.mailtrack.application.transfer;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Prepared;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Problem;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Rejected;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Bringing;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Ids;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables.Row;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.application.twin.PlainTables;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportTracksTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final AtomicInteger made = new AtomicInteger();
    private Instant now = NOON;
    private final ImportTracks importTracks = new ImportTracks(
            storage.imports(),
            new PlainTables(),
            () -> new ImportId("11111111-2222-3333-4444-%012d".formatted(made.incrementAndGet())),
            () -> new TrackId("new-" + made.incrementAndGet()),
            () -> now);

    private ImportTracks.Outcome prepare(String file) {
        return prepare(file, StandardCharsets.UTF_8);
    }

    private ImportTracks.Outcome prepare(String file, Charset charset) {
        return importTracks.prepare(() -> new ByteArrayInputStream(file.getBytes(charset)));
    }

    private ImportId prepared(String file) {
        return ((Prepared) prepare(file)).staged().id();
    }

    private List<Problem> problems(String file) {
        return ((Rejected) prepare(file)).problems();
    }

    private List<Track> stored() {
        return storage.tracks().page(TrackFilter.ALL, TrackSort.CREATED, null, 100).stream()
                .map(summary -> summary.track())
                .toList();
    }

    @Test
    void nothingIsImportedBeforeSomebodySaysYes() {
        ImportId id = prepared("recipient,subject\na@x,Offer\nb@x,Offer\n");

        assertThat(stored()).isEmpty();
        assertThat(importTracks.preview(id).orElseThrow().staged()).isEqualTo(new StagedImport(id, NOON, 2, 0, null));
        assertThat(importTracks.confirm(id)).contains(new Bringing(new Brought(2, 0), false));
        assertThat(stored()).extracting(track -> track.details().recipient()).containsExactly("a@x", "b@x");
        assertThat(stored()).extracting(Track::createdAt).containsExactly(NOON, NOON.minus(1, ChronoUnit.MICROS));
    }

    @Test
    void everyColumnIsRead() {
        ImportId id = prepared("""
            Notes, SUBJECT ,open_count,id,recipient,message_group_id,created_at
            n,'=1+1,17,AbC-1, Zoë ,g,2026-01-02T03:04:05.123456Z
            """);

        importTracks.confirm(id);

        assertThat(stored())
                .containsExactly(new Track(
                        new TrackId("AbC-1"),
                        new TrackDetails(" Zoë ", "=1+1", "n", "g"),
                        Instant.parse("2026-01-02T03:04:05.123456Z")));
    }

    @Test
    void tracksThatAreThereAreSkippedAndCounted() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
        ImportId id = prepared("id,subject\n" + id(1) + ",changed\n" + id(3) + ",new\n");

        assertThat(importTracks.preview(id).orElseThrow().staged().known()).isEqualTo(1);
        assertThat(importTracks.confirm(id)).contains(new Bringing(new Brought(1, 1), false));
        assertThat(storage.tracks().find(id(1)).orElseThrow().track()).isEqualTo(track(1));
    }

    @Test
    void sayingYesTwiceImportsOnce() {
        ImportId id = prepared("recipient\na@x\n");
        importTracks.confirm(id);

        assertThat(importTracks.confirm(id)).contains(new Bringing(new Brought(1, 0), true));
        assertThat(stored()).hasSize(1);
        assertThat(importTracks.preview(id).orElseThrow().staged().brought()).isEqualTo(new Brought(1, 0));
    }

    @Test
    void whatIsWrongIsNamedByLineAndColumnAndNothingIsKept() {
        var rejected = (Rejected) prepare("id,recipient,created_at\n"
                + "x y,a@x,2026-11-20\n"
                + ",b@x,yesterday\n"
                + "\n"
                + "," + "r".repeat(256) + ",2999-01-01\n"
                + "one,c@x\n"
                + "two,d@x,\n"
                + "TWO,e@x,\n");

        assertThat(rejected.problems())
                .containsExactly(
                        new Problem(2, "id", "must have 1 to 36 letters, digits and hyphens"),
                        new Problem(3, "created_at", "must be a time such as 2026-11-20T08:30:00Z, or a date"),
                        new Problem(5, "created_at", "lies in the future"),
                        new Problem(5, "recipient", "has 256 characters; at most 255 are allowed"),
                        new Problem(6, null, "does not have as many fields as the first line: 2 instead of 3"),
                        new Problem(8, "id", "is the same as on line 7"));
        assertThat(rejected.count()).isEqualTo(6);
        assertThat(stored()).isEmpty();
    }

    /** An older program may have made ids with any letters, of which a database takes some for equal. */
    @Test
    void anIdThatTheStorageTakesForAnotherTracksIsWrong() {
        List<Row> rows = List.of(
                new Row(1, List.of("id")),
                new Row(2, List.of("new")),
                new Row(3, List.of("zoe")),
                new Row(4, List.of("known")));
        var check = new TableCheck(NOON, ids -> new Ids(1, Set.of(new TrackId("zoe"))));

        check.all(rows::iterator);

        assertThat(check.problems())
                .containsExactly(new Problem(3, "id", "is, to the database, the same as that of another track"));
        assertThat(check.known()).isEqualTo(1);
    }

    @Test
    void problemsAreToldInTheOrderOfTheirLines() {
        var rows = new ArrayList<>(
                List.of(new Row(1, List.of("id")), new Row(2, List.of("zoe")), new Row(3, List.of("new"))));
        IntStream.range(4, 1_000).forEach(line -> rows.add(new Row(line, List.of("x y"))));
        var check = new TableCheck(NOON, ids -> new Ids(0, Set.of(new TrackId("zoe"))));

        check.all(rows::iterator);

        assertThat(check.problems())
                .hasSize(ImportTracks.PROBLEMS_SHOWN)
                .extracting(Problem::line)
                .startsWith(2L, 4L, 5L)
                .isSorted();
    }

    @Test
    void allProblemsAreCountedAndTheFirstAreTold() {
        String lines = IntStream.range(0, 1_000).mapToObj(i -> "x y,\n").collect(Collectors.joining());

        var rejected = (Rejected) prepare("id,subject\n" + lines);

        assertThat(rejected.count()).isEqualTo(1_000);
        assertThat(rejected.problems()).hasSize(ImportTracks.PROBLEMS_SHOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0||has no tracks in it",
                "subject|0||has no tracks in it",
                "subject\\n,|0||has no tracks in it",
                "a,b\\n1,2|1|header|names no column that is known; the first line has to have at least one of id,"
                        + " recipient, subject, notes, message_group_id, created_at",
                "id,ID \\n1,2|1|id|is the name of several columns"
            })
    void aFileWithoutTracksIsRefused(String file, long line, String column, String message) {
        assertThat(problems(file.replace("\\n", "\n"))).containsExactly(new Problem(line, column, message));
    }

    @Test
    void linesOnWhichNothingStandsArePassedOver() {
        ImportId id = prepared("recipient,subject\n,\na@x,\n , \n");

        assertThat(importTracks.preview(id).orElseThrow().staged().tracks()).isEqualTo(1);
        assertThat(importTracks.confirm(id)).contains(new Bringing(new Brought(1, 0), false));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        var rejected = (Rejected) prepare("subject\nGrüße\n", StandardCharsets.ISO_8859_1);

        assertThat(rejected.problems()).containsExactly(new Problem(0, null, "is not written in UTF-8"));
    }

    @Test
    void moreTracksThanAllowedAreRefused() {
        String lines = "s\n".repeat(ImportTracks.MOST_TRACKS + 5);

        assertThat(problems("subject\n" + lines))
                .containsExactly(new Problem(
                        ImportTracks.MOST_TRACKS + 2, null, "is more than the 100000 tracks that a file may have"));
    }

    @Test
    void aPreviewShowsTheFirstTracks() {
        ImportId id = prepared("recipient,created_at\n" + "a@x,2026-01-01\n".repeat(20));

        var first = importTracks.preview(id).orElseThrow().first();

        assertThat(first).hasSize(10);
        assertThat(first.get(0))
                .isEqualTo(new ImportedTrack(
                        null, new TrackDetails("a@x", null, null, null), Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void aFileThatWaitedTooLongIsForgotten() {
        ImportId first = prepared("recipient\na@x\n");
        now = now.plus(ImportTracks.KEPT_FOR).plus(Duration.ofSeconds(1));
        ImportId second = prepared("recipient\nb@x\n");

        assertThat(importTracks.confirm(first)).isEmpty();
        assertThat(importTracks.preview(first)).isEmpty();
        assertThat(importTracks.confirm(second)).isPresent();
    }
}
