package com.tachyonfuture.mailtrack.application.transfer.port;

import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Files that wait to be imported, and what became of them. Every method may block, and throws
 * {@code StorageUnavailable} when the storage can't be reached; then nothing was changed, or the change was made whole.
 */
public interface Imports {

    /**
     * Keeps a file until it is imported or forgotten.
     *
     * @param file may be opened several times
     */
    void keep(StagedImport staged, StoredFile file);

    /** A file that may be opened again and again. */
    @FunctionalInterface
    interface StoredFile {

        InputStream open();
    }

    /** One import; empty when there is none. */
    Optional<StagedImport> find(ImportId id);

    /**
     * Reads a file that waits.
     *
     * @param reader may stop before the end, and may be asked several times
     * @return empty when no file waits under that id
     */
    <T> Optional<T> read(ImportId id, Function<InputStream, T> reader);

    /**
     * Adds the tracks of a file that waits, in one step, and lets go of the file. Tracks whose ids are there already
     * or taken are skipped. Of a file that was imported before, nothing is added: the answer is what came of it then.
     *
     * @param tracks reads them; may be asked several times
     * @return empty when there is no such file
     */
    Optional<Bringing> bringIn(ImportId id, Function<InputStream, Iterator<Track>> tracks);

    /**
     * What came of bringing in.
     *
     * @param repeated it had been done before
     */
    record Bringing(StagedImport.Brought brought, boolean repeated) {}

    /**
     * What is there already of some ids.
     *
     * @param known how many of them are those of tracks
     * @param taken those that no track can have: the storage takes each for the id of a track that has another one, such
     *     as an older program made
     */
    record Ids(int known, Set<TrackId> taken) {

        public Ids {
            taken = Set.copyOf(taken);
        }
    }

    /** Looks up some ids. */
    Ids look(List<TrackId> ids);

    /** Lets go of files that were kept before a time, and of what became of them. */
    void forgetBefore(Instant time);
}
