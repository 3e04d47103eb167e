package com.tachyonfuture.mailtrack.app.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.transfer.MysqlImports;
import com.tachyonfuture.mailtrack.outbound.table.FastCsvTables;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/// Makes the import of tracks and what it needs.
@Factory
final class TransferFactory {

    @Singleton
    ImportTracks importTracks(Database database) {
        return new ImportTracks(
                new MysqlImports(database),
                new FastCsvTables(),
                () -> new ImportId(UUID.randomUUID().toString()),
                () -> new TrackId(UUID.randomUUID().toString()),
                InstantSource.system());
    }
}
