package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@link Imports} in memory. */
public final class InMemoryImports implements Imports {

    private final InMemoryStorage storage;

    public InMemoryImports(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void keep(StagedImport staged, StoredFile file) {
        synchronized (storage) {
            storage.check();
            storage.imports.put(staged.id(), staged);
            storage.importedFiles.put(staged.id(), bytes(file));
        }
    }

    private static byte[] bytes(StoredFile file) {
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StagedImport> find(ImportId id) {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.imports.get(id));
        }
    }

    @Override
    public <T> Optional<T> read(ImportId id, Function<InputStream, T> reader) {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.importedFiles.get(id))
                    .map(ByteArrayInputStream::new)
                    .map(reader);
        }
    }

    @Override
    public Optional<Bringing> bringIn(ImportId id, Function<InputStream, Iterator<Track>> tracks) {
        synchronized (storage) {
            Optional<StagedImport> staged = find(id);
            Brought before = staged.map(StagedImport::brought).orElse(null);
            return before == null
                    ? read(id, tracks).map(found -> new Bringing(add(staged.orElseThrow(), found), false))
                    : Optional.of(new Bringing(before, true));
        }
    }

    private Brought add(StagedImport staged, Iterator<Track> found) {
        var all = new ArrayList<Track>();
        found.forEachRemaining(all::add);
        all.removeIf(track -> storage.tracks.containsKey(track.id()));
        all.forEach(track -> storage.tracks.put(track.id(), track));
        var brought = new Brought(all.size(), staged.tracks() - all.size());
        storage.imports.put(
                staged.id(),
                new StagedImport(staged.id(), staged.createdAt(), staged.tracks(), staged.known(), brought));
        storage.importedFiles.remove(staged.id());
        return brought;
    }

    @Override
    public Ids look(List<TrackId> ids) {
        synchronized (storage) {
            storage.check();
            long known = ids.stream().filter(storage.tracks::containsKey).count();
            return new Ids(Math.toIntExact(known), Set.of());
        }
    }

    @Override
    public void forgetBefore(Instant time) {
        synchronized (storage) {
            storage.check();
            storage.imports.values().removeIf(staged -> staged.createdAt().isBefore(time));
            storage.importedFiles.keySet().retainAll(storage.imports.keySet());
        }
    }
}
