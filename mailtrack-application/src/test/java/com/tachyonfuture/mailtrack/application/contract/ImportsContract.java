package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Bringing;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Ids;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.transfer.port.Imports} does. */
public interface ImportsContract extends StorageFixture {

    ImportId FIRST = new ImportId("11111111-2222-3333-4444-555555555555");
    ImportId SECOND = new ImportId("21111111-2222-3333-4444-555555555555");

    private static StagedImport staged(ImportId id, int tracks) {
        return new StagedImport(id, NOON, tracks, 0, null);
    }

    /** More than a piece of what a database keeps at once. */
    private static byte[] file() {
        var file = new byte[700_000];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i * 31 + i / 256);
        }
        return file;
    }

    private static byte[] bytes(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterator<Track> tracks(int from, int to) {
        return IntStream.range(from, to).mapToObj(Samples::track).iterator();
    }

    private void keep(ImportId id, int tracks) {
        imports().keep(staged(id, tracks), () -> new ByteArrayInputStream(new byte[] {1}));
    }

    @Test
    default void aFileIsKeptByteForByte() {
        imports().keep(staged(FIRST, 3), () -> new ByteArrayInputStream(file()));

        assertThat(imports().find(FIRST)).contains(staged(FIRST, 3));
        assertThat(imports().read(FIRST, ImportsContract::bytes)).contains(file());
        assertThat(imports().find(SECOND)).isEmpty();
        assertThat(imports().read(SECOND, ImportsContract::bytes)).isEmpty();
    }

    @Test
    default void aFileMayBeReadInPart() {
        imports().keep(staged(FIRST, 3), () -> new ByteArrayInputStream(file()));

        assertThat(imports().<Integer>read(FIRST, content -> {
                    try {
                        return content.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .contains(0);
    }

    @Test
    default void itsTracksAreAdded() {
        keep(FIRST, 1_203);

        var bringing = imports().bringIn(FIRST, content -> tracks(0, 1_203));

        assertThat(bringing).contains(new Bringing(new Brought(1_203, 0), false));
        assertThat(tracks().find(id(1_202))).contains(TrackSummary.untouched(track(1_202)));
        assertThat(totals().current().tracks()).isEqualTo(1_203);
    }

    @Test
    default void textsAreAddedWithEveryCharacter() {
        var details = new TrackDetails("Zoë '\"\\ 🎉", null, " \nnotes\u0000\r\n", "");
        keep(FIRST, 1);

        imports().bringIn(FIRST, content -> List.of(track(1, details)).iterator());

        assertThat(tracks().find(id(1))).contains(TrackSummary.untouched(track(1, details)));
    }

    @Test
    default void tracksThatAreThereAreSkipped() {
        tracks().add(track(2));
        keep(FIRST, 3);
        var changed = new Track(new TrackId(id(2).value().toUpperCase(Locale.ROOT)), track(3).details(), NOON);

        var bringing = imports()
                .bringIn(FIRST, content -> List.of(track(1), changed, track(3)).iterator());

        assertThat(bringing).contains(new Bringing(new Brought(2, 1), false));
        assertThat(tracks().find(id(2))).contains(TrackSummary.untouched(track(2)));
        assertThat(totals().current().tracks()).isEqualTo(3);
    }

    @Test
    default void aFileIsBroughtInOnce() {
        keep(FIRST, 2);

        imports().bringIn(FIRST, content -> tracks(1, 3));
        tracks().delete(id(1));
        var again = imports().bringIn(FIRST, content -> tracks(1, 3));

        assertThat(again).contains(new Bringing(new Brought(2, 0), true));
        assertThat(tracks().find(id(1))).isEmpty();
        assertThat(imports().find(FIRST).orElseThrow().brought()).isEqualTo(new Brought(2, 0));
        assertThat(imports().read(FIRST, ImportsContract::bytes)).isEmpty();
    }

    @Test
    default void whatNobodyKeptIsNotBroughtIn() {
        assertThat(imports().bringIn(FIRST, content -> tracks(1, 3))).isEmpty();
        assertThat(tracks().find(id(1))).isEmpty();
    }

    @Test
    default void whereReadingFailsNothingIsAdded() {
        keep(FIRST, 2);

        assertThatThrownBy(() -> imports()
                        .bringIn(
                                FIRST,
                                content -> IntStream.range(0, 1_000)
                                        .mapToObj(number -> {
                                            if (number == 900) {
                                                throw new IllegalStateException("broken");
                                            }
                                            return track(number);
                                        })
                                        .iterator()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tracks().find(id(1))).isEmpty();
        assertThat(totals().current().tracks()).isZero();
        assertThat(imports().find(FIRST)).contains(staged(FIRST, 2));
    }

    @Test
    default void twoAtOnceBringItInOnce() throws Exception {
        keep(FIRST, 50);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Bringing>> calls = threads.invokeAll(Collections.<Callable<Bringing>>nCopies(
                    4, () -> imports().bringIn(FIRST, content -> tracks(0, 50)).orElseThrow()));
            int repeated = 0;
            for (var call : calls) {
                assertThat(call.get().brought()).isEqualTo(new Brought(50, 0));
                repeated += call.get().repeated() ? 1 : 0;
            }
            assertThat(repeated).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(totals().current().tracks()).isEqualTo(50);
    }

    @Test
    default void knownTracksAreCounted() {
        tracks().add(track(1));
        tracks().add(track(2));

        assertThat(imports().look(List.of(id(2), id(3), id(1)))).isEqualTo(new Ids(2, Set.of()));
    }

    @Test
    default void oldFilesAreForgotten() {
        keep(FIRST, 1);
        imports()
                .keep(
                        new StagedImport(SECOND, NOON.plusSeconds(1), 1, 1, null),
                        () -> new ByteArrayInputStream(file()));

        imports().forgetBefore(NOON.plusSeconds(1));

        assertThat(imports().find(FIRST)).isEmpty();
        assertThat(imports().read(FIRST, ImportsContract::bytes)).isEmpty();
        assertThat(imports().read(SECOND, ImportsContract::bytes)).contains(file());
    }
}
