package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.stats.KeptNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.TrackChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Tracks] in the database.
public final class MysqlTracks implements Tracks {

    private final Database database;
    private final TrackRows rows;

    public MysqlTracks(Database database, TrackRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public void add(Track track) {
        try {
            database.write(connection -> insert(track, connection));
        } catch (DataRejected rejected) {
            throw rejected.isDuplicate()
                    ? new IllegalStateException("there is a track with this id already", rejected)
                    : rejected;
        }
    }

    private Addition insert(Track track, Connection connection) throws SQLException {
        var row = TrackRow.of(track);
        rows.save(row);
        SearchIndex.put(connection, row.id(), Objects.requireNonNull(row.searchText()));
        new KeptNumbers()
                .track(new TrackChange(
                        track.id().value(), track.details().recipient(), track.createdAt(), null, Activity.NONE))
                .applyToAll(connection);
        return Addition.ADDED;
    }

    @Override
    public Once addOnce(Track track, IdempotencyKey key, Instant forgetBefore) {
        database.write(connection -> new UsedKeys(connection).forgetSome(forgetBefore));
        return database.write(connection -> {
            UsedKeys.Use use = new UsedKeys(connection).take(key, track, forgetBefore);
            if (use.track().equals(track.id()) && row(track.id()).isEmpty()) {
                return new Once(insert(track, connection), null);
            }
            return use.sameRequest() ? repeated(use.track()) : new Once(Addition.KEY_REUSED, null);
        });
    }

    private Once repeated(TrackId earlier) {
        return row(earlier)
                .map(row -> new Once(Addition.REPEATED, row.summary()))
                .orElseGet(() -> new Once(Addition.DELETED_SINCE, null));
    }

    @Override
    public void addAll(List<Track> tracks) {
        try {
            database.write(connection -> new NewTracks(connection).addAll(tracks));
        } catch (DataRejected rejected) {
            throw rejected.isDuplicate()
                    ? new IllegalStateException("there is a track with one of these ids already", rejected)
                    : rejected;
        }
    }

    @Override
    public AllOnce addAllOnce(List<Track> tracks, IdempotencyKey key, Instant forgetBefore) {
        database.write(connection -> new UsedKeys(connection).forgetSome(forgetBefore));
        Track first = tracks.getFirst();
        return database.write(connection -> {
            var keys = new UsedKeys(connection);
            UsedKeys.Use use = keys.take(key, first, forgetBefore);
            if (use.track().equals(first.id()) && row(first.id()).isEmpty()) {
                keys.takeOthers(key, tracks);
                new NewTracks(connection).addAll(tracks);
                return new AllOnce(Addition.ADDED, List.of());
            }
            return use.sameRequest()
                    ? repeated(connection, keys.tracks(key, tracks.size()))
                    : new AllOnce(Addition.KEY_REUSED, List.of());
        });
    }

    private static AllOnce repeated(Connection connection, List<TrackId> earlier) throws SQLException {
        List<TrackSummary> left = SomeTracks.withIds(connection, earlier);
        return new AllOnce(left.isEmpty() ? Addition.DELETED_SINCE : Addition.REPEATED, left);
    }

    @Override
    public List<TrackSummary> ofGroup(String messageGroupId, int limit) {
        return database.read(connection -> SomeTracks.ofGroup(connection, messageGroupId, limit));
    }

    @Override
    public Optional<TrackSummary> find(TrackId id) {
        return database.read(connection -> row(id)).map(TrackRow::summary);
    }

    @Override
    public List<TrackSummary> withIds(Collection<TrackId> ids) {
        return database.read(connection -> SomeTracks.withIds(connection, ids));
    }

    /// The database takes more ids for equal than we do: those that differ in accents, or in spaces at the end.
    private Optional<TrackRow> row(TrackId id) {
        return rows.findById(id.value()).filter(row -> row.trackId().equals(id));
    }

    @Override
    public List<TrackSummary> page(TrackFilter filter, TrackSort sort, @Nullable TrackPosition after, int limit) {
        return database.read(new TrackPage(filter, sort, after, limit)::read);
    }

    @Override
    public List<TracksCounted> count(List<TrackFilter> filters, int most) {
        return filters.isEmpty() ? List.of() : database.read(new TrackCounting(filters, most)::read);
    }

    @Override
    public boolean editNotes(TrackId id, @Nullable String notes) {
        return database.write(connection -> new NotesEdit(connection).of(id, notes));
    }

    @Override
    public boolean pin(TrackId id, boolean pinned) {
        return database.write(connection -> new TrackMarks(connection).pin(id, pinned));
    }

    @Override
    public boolean stop(TrackId id, Instant at) {
        return database.write(connection -> new TrackMarks(connection).stop(id, at));
    }

    @Override
    public boolean resume(TrackId id) {
        return database.write(connection -> new TrackMarks(connection).stop(id, null));
    }

    @Override
    public boolean delete(TrackId id) {
        return database.writeSeeingCommits(connection -> new TrackRemoval(connection).remove(id));
    }
}
