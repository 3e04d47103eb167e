package com.tachyonfuture.mailtrack.mysql.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.track.NewTracks;
import com.tachyonfuture.mailtrack.mysql.track.UsedIds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// [Imports] in the database, so that any instance can finish what another one began.
///
/// Bringing in locks the import's row first, so that whoever says yes a second time waits and then sees what came of
/// it; after that come the tracks, in the order of the file, and last the totals, as everywhere.
public final class MysqlImports implements Imports {

    /// In bytes; the least that a server can be told to take at once is 1 MiB, but for those that nobody can use.
    private static final int PIECE = 256 * 1024;

    private static final int TRACKS_AT_ONCE = 500;

    private final Database database;

    public MysqlImports(Database database) {
        this.database = database;
    }

    @Override
    public void keep(StagedImport staged, StoredFile file) {
        database.write(connection -> {
            insert(connection, staged);
            return insertPieces(connection, staged.id(), file);
        });
    }

    private static void insert(Connection connection, StagedImport staged) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* imports.keep */
            INSERT INTO imports (id, created_at, track_count, known_count) VALUES (?, ?, ?, ?)\
            """)) {
            insert.setString(1, staged.id().value());
            insert.setString(2, UtcTimes.text(staged.createdAt()));
            insert.setInt(3, staged.tracks());
            insert.setInt(4, staged.known());
            insert.executeUpdate();
        }
    }

    private static int insertPieces(Connection connection, ImportId id, StoredFile file) throws SQLException {
        try (InputStream content = file.open();
                var insert = connection.prepareStatement("""
                    /* imports.keepPiece */
                    INSERT INTO import_pieces (import_id, number, content) VALUES (?, ?, ?)\
                    """)) {
            int number = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                insert.setString(1, id.value());
                insert.setInt(2, number++);
                insert.setBytes(3, piece);
                insert.executeUpdate();
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StagedImport> find(ImportId id) {
        return database.read(connection -> select(connection, id, ""));
    }

    private static Optional<StagedImport> select(Connection connection, ImportId id, String lock) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* imports.find */
            SELECT created_at, track_count, known_count, added_count, skipped_count FROM imports WHERE id = ?%s\
            """.formatted(lock))) {
            select.setString(1, id.value());
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(staged(id, row)) : Optional.empty();
            }
        }
    }

    private static StagedImport staged(ImportId id, ResultSet row) throws SQLException {
        return new StagedImport(
                id,
                Objects.requireNonNull(UtcTimes.instant(row.getString("created_at"))),
                row.getInt("track_count"),
                row.getInt("known_count"),
                brought(row));
    }

    private static @Nullable Brought brought(ResultSet row) throws SQLException {
        Integer added = row.getObject("added_count", Integer.class);
        return added == null ? null : new Brought(added, row.getInt("skipped_count"));
    }

    @Override
    public <T> Optional<T> read(ImportId id, Function<InputStream, T> reader) {
        return database.read(connection -> waits(select(connection, id, ""))
                ? Optional.of(reader.apply(new StoredFileStream(connection, id)))
                : Optional.empty());
    }

    private static boolean waits(Optional<StagedImport> found) {
        return found.filter(staged -> staged.brought() == null).isPresent();
    }

    @Override
    public Optional<Bringing> bringIn(ImportId id, Function<InputStream, Iterator<Track>> tracks) {
        try {
            return bringInOnce(id, tracks);
        } catch (DataRejected rejected) {
            if (rejected.isDuplicate()) {
                return bringInOnce(id, tracks);
            }
            throw rejected;
        }
    }

    /// Throws where another import has brought in the same track since this one looked; it is there then.
    private Optional<Bringing> bringInOnce(ImportId id, Function<InputStream, Iterator<Track>> tracks) {
        return database.writeSeeingCommits(connection -> {
            Optional<StagedImport> found = select(connection, id, " FOR UPDATE");
            if (!waits(found)) {
                return found.map(done -> new Bringing(Objects.requireNonNull(done.brought()), true));
            }
            Brought brought = add(connection, tracks.apply(new StoredFileStream(connection, id)), id);
            return Optional.of(new Bringing(brought, false));
        });
    }

    private static Brought add(Connection connection, Iterator<Track> tracks, ImportId id) throws SQLException {
        var newTracks = new NewTracks(connection);
        int added = 0;
        int all = 0;
        while (tracks.hasNext()) {
            List<Track> some = some(tracks);
            added += newTracks.addUnknown(some);
            all += some.size();
        }
        var brought = new Brought(added, all - added);
        finish(connection, id, brought);
        newTracks.count();
        return brought;
    }

    private static List<Track> some(Iterator<Track> tracks) {
        var some = new ArrayList<Track>(TRACKS_AT_ONCE);
        while (some.size() < TRACKS_AT_ONCE && tracks.hasNext()) {
            some.add(tracks.next());
        }
        return some;
    }

    private static void finish(Connection connection, ImportId id, Brought brought) throws SQLException {
        try (var delete =
                connection.prepareStatement("/* imports.letGo */ DELETE FROM import_pieces WHERE import_id = ?")) {
            delete.setString(1, id.value());
            delete.executeUpdate();
        }
        try (var update = connection.prepareStatement(
                "/* imports.finish */ UPDATE imports SET added_count = ?, skipped_count = ? WHERE id = ?")) {
            update.setInt(1, brought.added());
            update.setInt(2, brought.skipped());
            update.setString(3, id.value());
            update.executeUpdate();
        }
    }

    @Override
    public Ids look(List<TrackId> ids) {
        UsedIds used = database.read(connection -> UsedIds.among(connection, ids));
        return new Ids(used.known().size(), used.taken());
    }

    /// Locks them in the order in which others do, each import before its pieces.
    @Override
    public void forgetBefore(Instant time) {
        for (String id : database.read(connection -> old(connection, time))) {
            database.write(connection -> {
                delete(connection, "/* imports.forget */ DELETE FROM imports WHERE id = ?", id);
                return delete(
                        connection, "/* imports.forgetPieces */ DELETE FROM import_pieces WHERE import_id = ?", id);
            });
        }
    }

    private static List<String> old(Connection connection, Instant time) throws SQLException {
        try (var select =
                connection.prepareStatement("/* imports.forgetOld */ SELECT id FROM imports WHERE created_at < ?")) {
            select.setString(1, UtcTimes.bound(time));
            var found = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString("id"));
                }
            }
            return found;
        }
    }

    private static int delete(Connection connection, String sql, String id) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, id);
            return delete.executeUpdate();
        }
    }
}
