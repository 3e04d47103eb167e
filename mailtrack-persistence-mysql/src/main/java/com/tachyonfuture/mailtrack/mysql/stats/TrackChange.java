package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.track.Activity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a transaction makes of a track whose row it has locked. All that is kept about tracks, beside their own rows,
/// follows from such changes.
///
/// @param id as the database spells it
/// @param recipient null or blank where it is nobody's
/// @param createdAt null where nobody knows
/// @param before null where the track comes into being
/// @param after null where it goes
public record TrackChange(
        String id,
        @Nullable String recipient,
        @Nullable Instant createdAt,
        @Nullable Activity before,
        @Nullable Activity after) {}
