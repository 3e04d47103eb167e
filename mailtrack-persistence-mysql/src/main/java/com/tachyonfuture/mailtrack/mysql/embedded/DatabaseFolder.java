package com.tachyonfuture.mailtrack.mysql.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder of one embedded database, held by one process at a time.
///
/// ```
/// lock          taken while the database is open
/// password      of the server's only account, readable by the owner alone
/// port          where the server listens
/// accounts.sql  that password once more, as the server reads it at its start
/// server.log    what the server said; server.log.1 is the older part
/// data/         the database itself
/// temporary/    files of running queries
/// ```
final class DatabaseFolder implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int LOG_LIMIT = 1_000_000;
    private static final int PASSWORD_BYTES = 24;
    private static final char UNDECODABLE = '\uFFFD';

    private final Path folder;
    private final FileChannel lock;

    private DatabaseFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DatabaseFolder take(Path folder) throws IOException {
        if (!folder.isAbsolute() && System.getProperty("user.dir").indexOf(UNDECODABLE) >= 0) {
            throw new EmbeddedDatabaseException("The database folder " + folder + " lies below a folder whose name has"
                    + " letters that this locale cannot express. Start with LC_ALL=C.UTF-8.");
        }
        var real = Files.createDirectories(folder).toRealPath();
        var channel = FileChannel.open(
                real.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY_FILE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new EmbeddedDatabaseException("The database folder " + real + " is in use by another running"
                    + " Mailtrack. Stop that one, or give this one a folder of its own with MAILTRACK_DATA_DIR.");
        }
        return new DatabaseFolder(real, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// What an earlier or present server of a folder wrote into a file; empty when there is no such file.
    static Optional<String> note(Path folder, String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path unfinishedData() {
        return folder.resolve("data.unfinished");
    }

    Path createUnfinishedData() throws IOException {
        Folders.delete(unfinishedData());
        return Files.createDirectory(unfinishedData(), OWNER_ONLY_FOLDER);
    }

    void finishData() throws IOException {
        Files.move(unfinishedData(), data(), StandardCopyOption.ATOMIC_MOVE);
    }

    Path temporary() throws IOException {
        var temporary = folder.resolve("temporary");
        if (!Files.isDirectory(temporary)) {
            Files.createDirectory(temporary, OWNER_ONLY_FOLDER);
        }
        return temporary;
    }

    /// The log to append to; one that has grown long is put aside first.
    Path log() throws IOException {
        var log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /// The password of this database, made up at the first call and kept.
    String password() throws IOException {
        var file = folder.resolve("password");
        if (Files.exists(file)) {
            var kept = Files.readString(file).strip();
            if (kept.matches("[A-Za-z0-9_-]{16,}")) {
                return kept;
            }
        }
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writeSecret("password", password + "\n");
        return password;
    }

    Path writeSecret(String name, String content) throws IOException {
        var written = folder.resolve(name + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, OWNER_ONLY_FILE);
        Files.writeString(written, content);
        return Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
