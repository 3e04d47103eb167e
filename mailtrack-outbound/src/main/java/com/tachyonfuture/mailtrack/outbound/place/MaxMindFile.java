package com.tachyonfuture.mailtrack.outbound.place;

import com.maxmind.db.CHMCache;
import com.maxmind.db.DeserializationException;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A database in MaxMind's format, and whatever replaces its file.
///
/// ## Why a copy is mapped
///
/// The database is mapped into memory, so that it takes nothing of the heap, and only what is asked for is read.
/// But somebody may write into a mapped file, or cut it: then answers come from two databases, or from beyond the end,
/// which ends in a signal (SIGBUS) within the JVM. Nobody can be kept from doing that to a file of theirs. So what is
/// mapped is a copy in our own folder, whose name is deleted as soon as it is mapped: it has no name by which anybody
/// could write to it, and is gone from the disk when it is no longer used, however this process ends.
///
/// ## How it is replaced
///
/// [#refresh] is called now and then, by one thread. A file that differs from the one in use, and is the same as at
/// the call before, is copied and tried ([MaxMindTrial]); only then is it asked. One that fails is named in the log
/// once, and the old one goes on. Where the file has gone, and stays away for two calls, nothing is known any more.
///
/// Lookups may come from many threads at any time.
public final class MaxMindFile {

    /// What a database is asked for, so that one of another kind is recognized.
    public enum Content {
        COUNTRIES("countries"),
        CITIES("places"),
        OPERATORS("operators of networks");

        private final String words;

        Content(String words) {
            this.words = words;
        }

        boolean isIn(MaxMindRecord found) {
            return switch (this) {
                case COUNTRIES -> found.place().countryCode() != null;
                case CITIES ->
                    found.place().countryCode() != null || found.place().city() != null;
                case OPERATORS -> found.network().isPresent();
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// @param nested whether its records are
    private record Database(Reader reader, boolean nested) {}

    private static final String COPY = "mapped-";
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Path path;
    private final Content content;
    private final Path folder;
    private final Notes notes;
    private volatile @Nullable Database database;
    private volatile boolean faultTold;
    private Optional<FileStamp> taken = Optional.empty();
    private Optional<FileStamp> seen = Optional.empty();
    private String told = "";

    private MaxMindFile(Path path, Content content, Path folder, Notes notes) {
        this.path = path;
        this.content = content;
        this.folder = folder;
        this.notes = notes;
    }

    /// The database in a file that must be there and be right.
    ///
    /// @param folder where copies may lie
    /// @throws IOException saying what is wrong
    public static MaxMindFile required(Path path, Content content, Path folder, Notes notes) throws IOException {
        var file = new MaxMindFile(path, content, folder, notes);
        file.seen = FileStamp.of(path);
        if (file.seen.isEmpty()) {
            throw new BrokenDatabase(Files.exists(path) ? "it is no file." : "it is not there.", null);
        }
        try {
            file.use(file.open());
        } catch (AccessDeniedException e) {
            throw new BrokenDatabase("it may not be read by the user that Mailtrack runs as.", e);
        }
        file.taken = file.seen;
        return file;
    }

    /// The database in a file that may come and go.
    ///
    /// @param folder where copies may lie
    public static MaxMindFile optional(Path path, Content content, Path folder, Notes notes) {
        var file = new MaxMindFile(path, content, folder, notes);
        file.seen = FileStamp.of(path);
        file.refresh();
        return file;
    }

    /// Where an address is; unknown where there is no database, or it is broken there.
    Place place(IpAddress address) {
        return ask(
                address,
                (known, bytes) -> known.nested()
                        ? nestedPlace(known.reader(), bytes)
                        : fields(known.reader(), bytes).place(),
                Place.UNKNOWN);
    }

    /// Who runs the network of an address; empty where there is no database, or it is broken there.
    Optional<Network> network(IpAddress address) {
        return ask(address, (known, bytes) -> fields(known.reader(), bytes).network(), Optional.empty());
    }

    private interface Question<T> {

        T ask(Database database, byte[] address) throws IOException;
    }

    private <T> T ask(IpAddress address, Question<T> question, T unknown) {
        Database current = database;
        byte[] bytes = address.bytes();
        boolean ipv6 = bytes.length > 4;
        if (current == null || (ipv6 && (current.reader().getMetadata().ipVersion() == 4 || isWithinIpv4(bytes)))) {
            return unknown;
        }
        try {
            return question.ask(current, bytes);
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            tellFault(address, e);
            return unknown;
        }
    }

    /// A record may be laid out otherwise than the one by which its database was judged.
    private static Place nestedPlace(Reader reader, byte[] address) throws IOException {
        try {
            NestedPlace found = reader.get(InetAddress.getByAddress(address), NestedPlace.class);
            return found == null ? Place.UNKNOWN : found.place();
        } catch (DeserializationException _) {
            return fields(reader, address).place();
        }
    }

    static MaxMindRecord fields(Reader reader, byte[] address) throws IOException {
        Object fields = reader.get(InetAddress.getByAddress(address), Object.class);
        return fields instanceof Map<?, ?> map ? new MaxMindRecord(map) : MaxMindRecord.EMPTY;
    }

    /// Databases for both families have IPv4 where IPv6 has `::/96`, whose addresses nobody has.
    private static boolean isWithinIpv4(byte[] ipv6) {
        for (int i = 0; i < 12; i++) {
            if (ipv6[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void tellFault(IpAddress address, Throwable fault) {
        if (!faultTold) {
            faultTold = true;
            notes.warnings().accept(path + " is broken at " + address + ", and perhaps elsewhere: " + fault);
        }
    }

    /// Looks whether the file is another one by now.
    public void refresh() {
        Optional<FileStamp> now = FileStamp.of(path);
        boolean rests = now.equals(seen);
        seen = now;
        if (rests && !now.equals(taken)) {
            take(now);
        }
    }

    private void take(Optional<FileStamp> now) {
        if (now.isEmpty()) {
            taken = now;
            database = null;
            notes.warnings().accept(path + " has gone; " + content + " are not looked up any more.");
            return;
        }
        try {
            use(open());
            taken = now;
        } catch (BrokenDatabase e) {
            taken = now;
            tell(e.getMessage() + kept());
        } catch (IOException e) {
            tell(e.getMessage() + "." + kept());
        }
    }

    private String kept() {
        return database == null ? "" : " The one before stays in use.";
    }

    private void tell(String problem) {
        String sentence = path + " can't be used: " + problem;
        if (!sentence.equals(told)) {
            notes.warnings().accept(sentence);
            told = sentence;
        }
    }

    private void use(Database next) {
        database = next;
        faultTold = false;
        told = "";
        var metadata = next.reader().getMetadata();
        notes.news()
                .accept("Looks up " + content + " in " + path + ": " + metadata.databaseType() + " of "
                        + metadata.buildTime() + ".");
    }

    /// What a copy has that nobody else can change.
    private Database open() throws IOException {
        Files.createDirectories(folder);
        deleteForgottenCopies();
        Path copy = Files.createTempFile(folder, COPY, ".mmdb");
        try {
            try (var source = Files.newInputStream(path);
                    var target = Files.newOutputStream(copy)) {
                source.transferTo(target);
            }
            if (!FileStamp.of(path).equals(seen)) {
                throw new IOException("it was written to meanwhile");
            }
            Reader next = map(copy);
            return new Database(next, MaxMindTrial.of(next, content));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// What a process left that was killed while it copied. Another one may be copying just now.
    private void deleteForgottenCopies() throws IOException {
        Instant longAgo = Instant.now().minus(FORGOTTEN);
        try (var copies = Files.newDirectoryStream(folder, COPY + "*.mmdb")) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).toInstant().isBefore(longAgo)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (NoSuchFileException _) {
            // Another process was faster.
        }
    }

    private static Reader map(Path copy) throws IOException {
        try {
            return new Reader(copy.toFile(), FileMode.MEMORY_MAPPED, new CHMCache());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new BrokenDatabase("it is no database in MaxMind's format.", e);
        }
    }

    /// Whether there is a database now.
    boolean isThere() {
        return database != null;
    }

    /// What the owner has to say where answers of this database are shown; empty where nothing, or there is none.
    Optional<Attribution> attribution() {
        Database current = database;
        return current == null
                ? Optional.empty()
                : Attributions.of(current.reader().getMetadata());
    }
}
