package com.tachyonfuture.mailtrack.outbound.recording;

import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.append;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.drain;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.open;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a start makes of files that are not as they were written.
@Tag("slow")
final class DamagedSpoolTest {

    private static final int HITS = 700;
    private static final int HEADER_COPY = 2048;

    /// A record in a file, and the hit it holds.
    private record Place(Path file, int from, int to, int number) {}

    @TempDir
    private Path parent;

    private Path folder;
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final List<Place> places = new ArrayList<>();

    @BeforeEach
    void aSpoolThatWasLeftInTheMiddleOfItsWork() throws IOException {
        folder = Files.createDirectory(parent.resolve("spool"));
        FileHitSpool spool = open(parent.resolve("original"));
        append(spool, 0, HITS);
        for (Path file : files(parent.resolve("original"))) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        spool.release();
        findPlaces();
    }

    private void findPlaces() throws IOException {
        for (Path file : segments()) {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
            int at = SegmentHeader.ROOM;
            while (at + Seal.HEADER <= content.limit() && Seal.size(content, at) > 0) {
                int end = at + Seal.size(content, at);
                places.add(new Place(file, at, end, places.size()));
                at = end;
            }
        }
        assertThat(places).hasSize(HITS);
    }

    private List<Path> segments() throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".hits"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Integer> drained() throws IOException {
        FileHitSpool spool = open(folder, reports);
        try {
            List<Integer> hits = drain(spool);
            append(spool, HITS, HITS + 10);
            assertThat(drain(spool)).isEqualTo(range(HITS, HITS + 10));
            assertThat(spool.depth()).isZero();
            return hits;
        } finally {
            spool.release();
        }
    }

    private List<Integer> allBut(Place... lost) {
        List<Integer> numbers = range(0, HITS);
        numbers.removeAll(Stream.of(lost).map(Place::number).toList());
        return numbers;
    }

    private static void change(Path file, long at, int... bytes) throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(at);
            for (int value : bytes) {
                content.write(value);
            }
        }
    }

    private static void cut(Path file, long size) throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
        }
    }

    private List<Path> setAside() throws IOException {
        return files(folder.resolve("damaged"));
    }

    @Test
    void whatAKilledProgramLeavesIsWhole() throws IOException {
        assertThat(drained()).isEqualTo(range(0, HITS));
        assertThat(reports).isEmpty();
        assertThat(setAside()).isEmpty();
    }

    @Test
    void aLastWriteThatWasTornAtAnyByteIsCut() throws IOException {
        Place last = places.getLast();
        byte[] whole = Files.readAllBytes(last.file());
        Place before = places.get(HITS - 2);

        for (int torn = before.from(); torn < last.to(); torn++) {
            Files.write(last.file(), whole);
            change(last.file(), torn, new int[last.to() - torn]);
            int expected = torn < before.to() ? HITS - 2 : HITS - 1;
            assertThat(recovered().end()).as("torn at %d", torn).isEqualTo(expected);
            assertThat(Files.size(last.file())).isEqualTo(torn < before.to() ? before.from() : last.from());
        }

        assertThat(drained()).isEqualTo(range(0, HITS - 1));
        assertThat(reports).isNotEmpty().allSatisfy(report -> assertThat(report).contains("was cut"));
    }

    @Test
    void aLastSegmentThatEndsAtAnyByteIsReadAsFarAsItGoes() throws IOException {
        Place last = places.getLast();
        Place before = places.get(HITS - 2);

        for (int size = last.to() - 1; size >= before.from(); size--) {
            cut(last.file(), size);
            assertThat(recovered().end()).isEqualTo(size < before.to() ? HITS - 2 : HITS - 1);
        }

        assertThat(drained()).isEqualTo(range(0, HITS - 2));
    }

    /// What a start finds, without the rest of it, which takes long.
    private Recovery.State recovered() throws IOException {
        var disk = new LocalDisk();
        return new Recovery(disk, folder, new Damages(disk, folder, reports::add)).run(0);
    }

    @Test
    void aDamagedHitInTheMiddleIsSetAsideAndTheOthersComeInOrder() throws IOException {
        Place damaged = places.get(123);
        change(damaged.file(), damaged.from() + Seal.HEADER + 5, 0xAB, 0xCD);

        assertThat(drained()).isEqualTo(allBut(damaged));

        assertThat(reports).singleElement().asString().contains("damaged and lost: 1");
        assertThat(setAside())
                .singleElement()
                .satisfies(file -> assertThat(file)
                        .hasSize(damaged.to() - damaged.from())
                        .hasFileName(damaged.file().getFileName() + "-" + damaged.from()));
    }

    @Test
    void damageLeavesThePositionsOfAllOtherHitsAsTheyWere() throws IOException {
        Place damaged = places.get(50);
        change(damaged.file(), damaged.from(), 1, 2, 3);
        FileHitSpool spool = open(folder, reports);

        assertThat(spool.next(100).end()).isEqualTo(50);
        spool.acknowledge(50);

        assertThat(spool.next(100).start()).isEqualTo(51);
        assertThat(NumberedHits.numberOf(spool.next(100).hits().getFirst())).isEqualTo(51);
        assertThat(spool.damagedHits()).isEqualTo(1);
        spool.release();
    }

    @Test
    void aRecordOfAnotherSegmentInTheRightPlaceIsNotTakenForOneOfThis() throws IOException {
        Place foreign = places.getFirst();
        Path other = segments().get(1);
        Place here = places.stream()
                .filter(place -> place.file().equals(other))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(foreign.file());
        change(other, here.from(), ints(bytes, foreign.from(), foreign.to()));

        assertThat(drained()).isEqualTo(allBut(placesIn(other, foreign.to() - foreign.from())));
    }

    private static int[] ints(byte[] bytes, int from, int to) {
        return IntStream.range(from, to).map(at -> bytes[at]).toArray();
    }

    private Place[] placesIn(Path file, int bytes) {
        return places.stream()
                .filter(place -> place.file().equals(file) && place.from() < SegmentHeader.ROOM + bytes)
                .toArray(Place[]::new);
    }

    @Test
    void oneDamagedHeaderIsMadeUpForByItsCopy() throws IOException {
        change(segments().get(0), 3, 0xFF);
        change(segments().get(1), HEADER_COPY + 20, 0xFF);

        assertThat(drained()).isEqualTo(range(0, HITS));
        assertThat(reports).isEmpty();
    }

    @Test
    void aSegmentWithoutAHeaderIsMovedAwayAndTheOthersAreRead() throws IOException {
        Path file = segments().get(1);
        change(file, 3, 0xFF);
        change(file, HEADER_COPY + 3, 0xFF);

        assertThat(drained()).isEqualTo(allBut(placesIn(file, Integer.MAX_VALUE / 2)));

        assertThat(setAside()).extracting(Path::getFileName).contains(file.getFileName());
        assertThat(reports).anySatisfy(report -> assertThat(report).contains("can't be used"));
    }

    @Test
    void aMissingSegmentIsReportedAndTheOthersAreRead() throws IOException {
        Path file = segments().get(1);
        Place[] lost = placesIn(file, Integer.MAX_VALUE / 2);
        Files.delete(file);

        assertThat(drained()).isEqualTo(allBut(lost));

        assertThat(reports).singleElement().asString().contains("lost: " + lost.length);
    }

    @Test
    void filesThatAreNoSegmentsAreLeftAloneOrMovedAway() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "somebody's");
        Files.writeString(folder.resolve("12.hits"), "no name of ours");
        Files.writeString(folder.resolve(Segment.nameOf(5_000)), "a name of ours, but not our bytes");
        Files.write(folder.resolve(Segment.nameOf(6_000)), new byte[0]);
        Files.write(folder.resolve(Segment.nameOf(7_000)), new byte[32 * 1024]);
        Files.write(folder.resolve("spare-0"), new byte[100]);
        Files.createDirectory(folder.resolve(Segment.nameOf(8_000)));
        Files.copy(segments().getFirst(), folder.resolve(Segment.nameOf(9_000)));

        assertThat(drained()).isEqualTo(range(0, HITS));

        assertThat(files(folder))
                .extracting(file -> file.getFileName().toString())
                .contains("notes.txt", "12.hits");
        assertThat(folder.resolve("damaged")).isDirectoryContaining("glob:**" + Segment.nameOf(5_000));
        assertThat(folder.resolve("damaged")).isDirectoryContaining("glob:**" + Segment.nameOf(8_000));
        assertThat(folder.resolve("damaged")).isDirectoryContaining("glob:**" + Segment.nameOf(9_000));
        assertThat(reports).hasSize(3);
    }

    @Test
    void aDamagedNoteOfWhatWasAcknowledgedMakesHitsComeAgain() throws IOException {
        Files.write(folder.resolve("acknowledged"), new byte[] {0, 0, 0, 0, 0, 0, 2, 0, 9, 9, 9, 9});
        assertThat(drained()).isEqualTo(range(0, HITS));
    }

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverBitsFlipAllOtherHitsComeOnceAndInOrder(int seed) throws IOException {
        var random = new Random(seed);
        List<Place> damaged = new ArrayList<>();
        Path file = segments().get(random.nextInt(segments().size()));
        int flips = 1 + random.nextInt(4);
        for (int i = 0; i < flips; i++) {
            damaged.addAll(flip(file, random));
        }

        List<Integer> hits = drained();

        assertThat(hits).isEqualTo(allBut(damaged.toArray(Place[]::new)));
        if (!damaged.isEmpty()) {
            assertThat(reports).isNotEmpty();
        }
    }

    /// One bit anywhere but in the second copy of the header, of which one must be whole; what it damages.
    private List<Place> flip(Path file, Random random) throws IOException {
        int size = Math.toIntExact(Files.size(file));
        int at = random.nextInt(size);
        if (at >= HEADER_COPY && at < SegmentHeader.ROOM) {
            at -= HEADER_COPY;
        }
        byte[] bytes = Files.readAllBytes(file);
        change(file, at, bytes[at] ^ (1 << random.nextInt(8)));
        int where = at;
        return places.stream()
                .filter(place -> place.file().equals(file) && place.from() <= where && where < place.to())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverPieceIsOverwrittenAllOtherHitsComeOnceAndInOrder(int seed) throws IOException {
        var random = new Random(1_000L + seed);
        Path file = segments().get(random.nextInt(segments().size()));
        int from = SegmentHeader.ROOM + random.nextInt(20_000);
        int length = 1 + random.nextInt(3_000);
        var garbage = random.ints(length, 0, seed % 3 == 0 ? 1 : 256).toArray();
        byte[] before = Files.readAllBytes(file);
        change(file, from, garbage);
        cut(file, before.length);
        byte[] after = Files.readAllBytes(file);

        List<Integer> hits = drained();

        assertThat(hits)
                .isEqualTo(allBut(places.stream()
                        .filter(place -> place.file().equals(file) && differ(before, after, place))
                        .toArray(Place[]::new)));
    }

    private static boolean differ(byte[] before, byte[] after, Place place) {
        return IntStream.range(place.from(), place.to()).anyMatch(at -> before[at] != after[at]);
    }
}
