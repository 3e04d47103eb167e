package com.tachyonfuture.mailtrack.mysql.stats;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The rows of table `totals`.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TotalRows extends GenericRepository<TotalRow, String> {

    @Query("/* stats.current */ SELECT name, value FROM totals")
    List<TotalRow> all();
}
