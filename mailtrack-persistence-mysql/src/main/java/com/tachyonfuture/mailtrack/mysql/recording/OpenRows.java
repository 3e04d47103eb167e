package com.tachyonfuture.mailtrack.mysql.recording;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The rows of table `opens`.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OpenRows extends GenericRepository<OpenRow, Long> {

    /// The hints make MySQL look rows up by the index. Without them, now and then, it walks the whole index
    /// backwards from the track with the largest id, since it takes that to be quick for a small limit. To
    /// MariaDB they are a comment.
    String SELECT = """
        SELECT /*+ SET_VAR(max_seeks_for_key=1) SET_VAR(optimizer_switch='prefer_ordering_index=off') */
            id, tracked_email_id, opened_at, ip_address, user_agent, referer, signs, country, city, country_code, asn,
            network, client, os, device, tracks_at_once, verdict, reason, confidence, agent, rule_book, is_repeat,
            proxy_type, is_real_open, counted
        """;

    String OF = "/* opens.ofTrack */ " + SELECT + """
        FROM opens IGNORE INDEX (PRIMARY)
        WHERE tracked_email_id = :track AND id < :before
        ORDER BY id DESC
        LIMIT :limit\
        """;

    /// The ids come from the index of the track alone. As a bound (`id >= (SELECT MIN(id) …)`) they would not keep the
    /// server from reading on beyond it.
    String LATEST_READS = "/* opens.latestReadsOfTrack */ " + SELECT + """
        FROM (
            SELECT id AS latest_id FROM opens IGNORE INDEX (PRIMARY)
            WHERE tracked_email_id = :track
            ORDER BY id DESC
            LIMIT :among
        ) latest STRAIGHT_JOIN opens ON opens.id = latest.latest_id
        WHERE opens.counted = TRUE
        ORDER BY latest.latest_id DESC
        LIMIT :limit\
        """;

    /// No index of ours is on `opened_at` alone (V24); this one has it in two parts.
    String IN_PERIOD = """
        /* opens.inPeriod */
        SELECT id, tracked_email_id, opened_at, ip_address, user_agent, referer, signs, country, city, country_code,
            asn, network, client, os, device, tracks_at_once, verdict, reason, confidence, agent, rule_book, is_repeat,
            proxy_type, is_real_open, counted
        FROM (
            (SELECT * FROM opens FORCE INDEX (ix_opens_counted_opened)
                WHERE counted = TRUE AND opened_at >= :since AND opened_at < :until
                    AND (opened_at > :since OR id > :after)
                ORDER BY opened_at, id LIMIT :limit)
            UNION ALL
            (SELECT * FROM opens FORCE INDEX (ix_opens_counted_opened)
                WHERE counted = FALSE AND opened_at >= :since AND opened_at < :until
                    AND (opened_at > :since OR id > :after)
                ORDER BY opened_at, id LIMIT :limit)
        ) both_parts
        ORDER BY opened_at, id
        LIMIT :limit\
        """;

    String WITH_IDS = "/* opens.withIds */ " + SELECT + """
        FROM opens
        WHERE id IN (:ids)
        ORDER BY id DESC\
        """;

    /// The largest id first.
    @Query(WITH_IDS)
    List<OpenRow> withIds(List<Long> ids);

    @Query(OF)
    List<OpenRow> of(String track, long before, int limit);

    @Query(LATEST_READS)
    List<OpenRow> latestReads(String track, int among, int limit);

    @Query(IN_PERIOD)
    List<OpenRow> inPeriod(String since, long after, String until, int limit);
}
