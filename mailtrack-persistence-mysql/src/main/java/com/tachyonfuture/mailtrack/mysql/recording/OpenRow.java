package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.mysql.RowUpdate;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

    /// What [#readFrom] reads: all of it.
    static final String COLUMNS = """
        id, proxy_type, is_real_open, tracked_email_id, opened_at, ip_address, user_agent, referer, signs, country, city,
            country_code, asn, network, client, os, device, tracks_at_once, verdict, reason, confidence, agent,
            rule_book, is_repeat, counted\
        """;

    /// What judging again may change, in the order in which [#writeTo] writes it.
    static final List<String> JUDGED_COLUMNS = List.of(
            "country",
            "city",
            "country_code",
            "asn",
            "network",
            "client",
            "os",
            "device",
            "verdict",
            "reason",
            "confidence",
            "agent",
            "rule_book",
            "is_repeat",
            "counted");

    /// By hand, since millions are read in a row.
    static OpenRow readFrom(ResultSet row) throws SQLException {
        return new OpenRow(
                row.getLong("id"),
                row.getString("tracked_email_id"),
                UtcTimes.instant(row.getString("opened_at")),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getString("referer"),
                row.getInt("signs"),
                row.getString("country"),
                row.getString("city"),
                row.getString("country_code"),
                row.getObject("asn", Long.class),
                row.getString("network"),
                row.getString("client"),
                row.getString("os"),
                row.getString("device"),
                row.getInt("tracks_at_once"),
                row.getString("verdict"),
                row.getString("reason"),
                row.getString("confidence"),
                row.getString("agent"),
                row.getObject("rule_book", Integer.class),
                row.getBoolean("is_repeat"),
                row.getString("proxy_type"),
                row.getObject("is_real_open", Boolean.class),
                row.getBoolean("counted"));
    }

    void writeTo(RowUpdate update) throws SQLException {
        update.row(id)
                .value(country)
                .value(city)
                .value(countryCode)
                .value(asn)
                .value(network)
                .value(client)
                .value(os)
                .value(device)
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
