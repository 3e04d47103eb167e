package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `opens`.
///
/// @param id 0 in one that is not stored yet
/// @param signs a bit for each, see [SignBits]
/// @param verdict null until somebody judges; then `reason`, `confidence` and `ruleBook` are not null either
/// @param counted whether the row is in its track's `read_count`
@MappedEntity("opens")
record OpenRow(
        @Id @GeneratedValue long id,
        String trackedEmailId,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant openedAt,

        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String referer,
        int signs,
        @Nullable String country,
        @Nullable String city,
        @Nullable String countryCode,
        @Nullable Long asn,
        @Nullable String network,
        @Nullable String client,
        @Nullable String os,
        @Nullable String device,
        int tracksAtOnce,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String confidence,
        @Nullable String agent,
        @Nullable Integer ruleBook,
        boolean isRepeat,
        @Nullable String proxyType,
        @Nullable Boolean isRealOpen,
        boolean counted) {

    /// What [#writeTo] writes: all but what the database decides, and what another service had said.
    static final String NEW_COLUMNS = """
        tracked_email_id, opened_at, ip_address, user_agent, referer, signs, country, city, country_code, asn, network,
            client, os, device, tracks_at_once, verdict, reason, confidence, agent, rule_book, is_repeat, counted\
        """;

    void writeTo(RowInsert insert) throws SQLException {
        insert.value(trackedEmailId)
                .value(Objects.requireNonNull(openedAt))
                .value(ipAddress)
                .value(userAgent)
                .value(referer)
                .value(signs)
                .value(country)
                .value(city)
                .value(countryCode)
                .value(asn)
                .value(network)
                .value(client)
                .value(os)
                .value(device)
                .value(tracksAtOnce)
                .value(verdict)
                .value(reason)
                .value(confidence)
                .value(agent)
                .value(ruleBook)
                .value(isRepeat ? 1 : 0)
                .value(counted ? 1 : 0)
                .endRow();
    }
}
