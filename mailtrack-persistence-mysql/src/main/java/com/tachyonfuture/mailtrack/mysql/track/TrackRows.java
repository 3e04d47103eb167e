package com.tachyonfuture.mailtrack.mysql.track;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// The rows of table `tracked_emails`, one at a time.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TrackRows extends GenericRepository<TrackRow, String> {

    Optional<TrackRow> findById(String id);

    void save(TrackRow row);
}
