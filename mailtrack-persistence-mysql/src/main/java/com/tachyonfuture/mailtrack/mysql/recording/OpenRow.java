package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `opens`.
///
/// @param id 0 in one that is not stored yet
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
        @Nullable String country,
        @Nullable String city,
        @Nullable String proxyType,
        @Nullable Boolean isRealOpen,
        boolean counted) {}
