package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.health.port.SpoolProbe;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A [HitSpool] on disk: a hit that it calls kept survives the end of the program, however that comes, and with
/// [Sync#ALWAYS] a power cut too.
///
/// # How a hit is kept
/// Whoever appends encodes the hit into the group that is gathering ([CommitQueue]). One thread ([SpoolWriter]) takes
/// the group, writes it with one write, forces it, and completes its one receipt; whatever comes meanwhile gathers for
/// the next. So however many hits come, the disk sees one force at a time, and the slower it is, the more hits share
/// one. Whoever appends never waits for the disk and never takes part in its troubles.
///
/// # What the disk sees
/// Hits go to segments, files of a fixed size that are filled with zeros and forced before their first use ([Spares]),
/// one ahead. Then a force writes the hits and nothing else; growing a file makes it write the file system's books too,
/// which costs as much again. A segment is never used twice: behind its last hit there is nothing but zeros.
///
/// ```
/// folder/  lock                       held while the spool is open
///          acknowledged               position, 8 bytes; its CRC32C, inverted, 4 bytes; a hint, never forced
///          0000000000000080000.hits   a segment, named by the position of its first hit
///          spare-3                    zeros, a segment to be; deleted at the next start
///          damaged/                   what could not be read, for a person to look at; never read again
///
/// segment  0     magic and version  8   "MailHit", 1
///          8     run               16   the random name of the run of the program that wrote it
///          24    first              8   the position of its first hit
///          32    seed               8   random
///          40    checksum           4   CRC32C of the 40 bytes before
///          2048  the same again
///          4096  records, one after another, then zeros
///
/// record   0     checksum           4   CRC32C of the segment's seed, then of all that follows
///          4     length             4   of the hit
///          8     number             4   within the segment: its position is first + number
///          12    hit
///
/// hit      version 2                1
///          signs                    1   1 for a declared prefetch, 2 for the owner's browser, 4 for an image wanted,
/// added
///          receivedAt              12   seconds since 1970, 8; nanoseconds, 4
///          address                  1   its length, 0, 4 or 16; then the address
///          track id, user agent,    2   length in bytes, 65535 for none; then UTF-8; each of the three
///          referer
///
/// hit      version 1                1   the same without signs; read, and not written any more
/// ```
///
/// All numbers are big-endian. The seed is in no record, so bytes that happen to look like one, because a disk gave
/// back old blocks or a stranger chose them so, are not taken for one.
///
/// # Positions and names
/// A hit's position is the number of hits before it in this folder. It is written down with each record, so it stays
/// the same when others before it are lost. The name under which the database stores how far it has written is new in
/// each run of the program, and made with the run's first segment. It must be: a folder that is lost, restored from
/// a backup, or that two machines got a copy of, goes on at positions that the database may have seen already, under
/// the old name. Under that name it would pass over the new hits as known. So hits that were in the folder keep their
/// old name and are recorded once, whoever brings them, and new ones are new.
///
/// # What a failure does
/// A failed write or force leaves nobody knowing what is on the disk, and asking again does not help: the system may
/// have marked the pages as clean (Rebello and others, "Can Applications Recover from fsync Failures?", USENIX ATC
/// 2020). So the segment is left, and the group is written to a new one, whose first position says where the old one
/// ends. When that fails too, the hits are refused, and others for a moment; then it is tried again, for ever, with the
/// hits that come or, if none does, with a segment for them: [#problem()] ends with the trouble. Should the program end
/// before it succeeds, hits that were refused may turn up after all; they did happen.
///
/// # What a start finds
/// [Recovery] reads each segment's header, and of the last segment of each run all records. What follows the last whole
/// record was never called kept, unless a disk has damaged it since; it is cut, and a copy put aside. All else is
/// checked when it is read ([SpoolReader]): in the place of a damaged record, the next whole one is looked for, byte by
/// byte; what is between is copied to `damaged/` and reported, with the number of hits, which the next one's number
/// tells. A file that is no segment is moved there.
///
/// # What may be lost
/// With [Sync#ALWAYS]: what a disk damages later. With an interval: after a power cut, what came within one. In either
/// case the process may be killed at any moment.
///
/// # What may be tempting to change
/// - To append to the last segment after a restart: its tail would have to be trusted.
/// - To use segments again: half the writing, but old hits would stay on the disk after they were deleted from the
///   database.
/// - To map files into memory: a full disk becomes a crash of the process, and a failed force an exception somewhere.
public final class FileHitSpool implements HitSpool, SpoolProbe {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final int SMALLEST_SEGMENT = 32 * 1024;
    private static final int LARGEST_SEGMENT = 1024 * 1024 * 1024;
    private static final int MOST_BYTES_WAITING = 4 * 1024 * 1024;

    /// When a hit counts as kept.
    ///
    /// @param interval how often the disk is forced; zero for before each receipt
    public record Sync(Duration interval) {

        /// When it is on the disk.
        public static final Sync ALWAYS = new Sync(Duration.ZERO);

        public Sync {
            if (interval.isNegative()) {
                throw new IllegalArgumentException("an interval is not negative: " + interval);
            }
        }

        boolean isAlways() {
            return interval.isZero();
        }
    }

    /// How large a spool may become.
    ///
    /// @param hits how many may wait
    /// @param bytes how much of the disk they may take, at least three segments
    /// @param segment bytes of one segment
    public record Limits(long hits, long bytes, int segment) {

        public Limits {
            if (hits < 1) {
                throw new IllegalArgumentException("a spool has room for at least one hit, not " + hits);
            }
            if (segment < SMALLEST_SEGMENT || segment > LARGEST_SEGMENT) {
                throw new IllegalArgumentException(
                        "a segment has from " + SMALLEST_SEGMENT + " to " + LARGEST_SEGMENT + " bytes, not " + segment);
            }
            if (bytes / 3 < segment) {
                throw new IllegalArgumentException("three segments of " + segment + " bytes need more than " + bytes);
            }
        }

        private int bytesWaiting() {
            return Math.min(MOST_BYTES_WAITING, segment - SegmentHeader.ROOM);
        }
    }

    private final FolderLock lock;
    private final CommitQueue queue;
    private final Spares spares;
    private final SpoolWriter writer;
    private final SpoolReader reader;
    private final Damages damages;
    private final Optional<Duration> syncTime;

    private FileHitSpool(
            Disk disk,
            Path folder,
            FolderLock lock,
            Recovery.State found,
            Acknowledged acknowledged,
            Damages damages,
            Limits limits,
            Sync sync,
            Consumer<String> reports) {
        UUID run = UUID.randomUUID();
        var segments = new Segments(found.segments());
        this.lock = lock;
        this.damages = damages;
        this.syncTime = SyncTime.measure(disk, folder.resolve("sync-time"));
        this.spares = new Spares(disk, folder, segments, limits.segment(), limits.bytes(), reports);
        this.reader =
                new SpoolReader(disk, folder, run, found.start(), segments, damages, acknowledged, spares::roomWasMade);
        this.queue = new CommitQueue(reader::start, found.end(), limits.hits(), limits.bytesWaiting());
        this.writer = new SpoolWriter(disk, folder, run, found.end(), queue, segments, spares, sync, reports);
    }

    /// Opens the spool in a folder, which is made if it is not there, and has it ready for hits.
    ///
    /// @param reports takes sentences for the operator, on several threads
    /// @throws IOException when the folder can't be used at all, or somebody else uses it; a full disk is no reason
    public static FileHitSpool open(Path folder, Limits limits, Sync sync, Consumer<String> reports)
            throws IOException {
        return open(folder, limits, sync, reports, new LocalDisk());
    }

    static FileHitSpool open(Path folder, Limits limits, Sync sync, Consumer<String> reports, Disk disk)
            throws IOException {
        createPrivate(folder);
        FolderLock lock = FolderLock.of(folder);
        boolean opened = false;
        try {
            Path damaged = Files.createDirectories(folder.resolve("damaged"));
            var damages = new Damages(disk, damaged, reports);
            var acknowledged = new Acknowledged(disk, folder);
            Recovery.State found = new Recovery(disk, folder, damages).run(acknowledged.read());
            var spool = new FileHitSpool(disk, folder, lock, found, acknowledged, damages, limits, sync, reports);
            spool.spares.start();
            spool.writer.start();
            opened = true;
            return spool;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /// Hits say who read what from where.
    private static void createPrivate(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// The receipt is one for all hits that share a force, and completes on the thread that writes: whoever waits for
    /// it does little there, or does it elsewhere.
    @Override
    public CompletionStage<Receipt> append(Hit hit) {
        return queue.add(hit);
    }

    @Override
    public Batch next(int limit) {
        return reader.next(limit);
    }

    @Override
    public void acknowledge(long position) {
        reader.acknowledge(position);
    }

    @Override
    public long depth() {
        return queue.depth();
    }

    /// Returns when all hits that were accepted are written, or after ten seconds, if the disk hangs.
    @Override
    public void close() {
        queue.close();
        try {
            boolean ended = writer.awaitEnd(LONGEST_CLOSE);
            if (ended) {
                spares.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the spool, and lets go of the folder, for another to open it. To be called by whoever drains, when done.
    public void release() {
        close();
        reader.close();
        lock.close();
    }

    /// Says no more than that: anybody may ask. What exactly is wrong was reported.
    @Override
    public Optional<String> problem() {
        if (writer.problem().isPresent()) {
            return Optional.of("Hits can't be kept: the spool can't write to its disk.");
        }
        if (!queue.hasRoom()) {
            return Optional.of("Hits can't be kept: as many wait as may.");
        }
        return spares.problem()
                .map(_ -> "Hits can soon not be kept: the spool has reached its limit, or its disk is full.");
    }

    /// How long the disk took at the start to keep a little for good; with [Sync#ALWAYS], no hit is answered sooner.
    public Optional<Duration> syncTime() {
        return syncTime;
    }

    /// Hits that were kept and then lost to damage, as far as that was found since the start.
    public long damagedHits() {
        return damages.lost();
    }
}
