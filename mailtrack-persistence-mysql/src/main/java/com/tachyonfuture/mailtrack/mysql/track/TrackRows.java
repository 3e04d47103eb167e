package com.tachyonfuture.mailtrack.mysql.track;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/// The table of tracks.
@JdbcRepository(dialect = Dialect.MYSQL)
interface TrackRows extends CrudRepository<TrackRow, String> {}
