package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/// Between opens and their rows.
@Mapper(config = StrictMapping.class)
interface OpenMapping {

    OpenMapping MAPPING = Mappers.getMapper(OpenMapping.class);

    @Mapping(target = "trackId", source = "trackedEmailId")
    @Mapping(target = "realOpen", source = "isRealOpen")
    Open open(OpenRow row);

    /// A row that is still to be stored; nobody has judged or located it yet.
    ///
    /// @param trackedEmailId the track's id as the database spells it
    @Mapping(target = "id", constant = "0L")
    @Mapping(target = "openedAt", source = "hit.receivedAt")
    @Mapping(target = "ipAddress", source = "hit.address")
    @Mapping(target = "country", ignore = true)
    @Mapping(target = "city", ignore = true)
    @Mapping(target = "proxyType", ignore = true)
    @Mapping(target = "isRealOpen", ignore = true)
    @Mapping(target = "counted", constant = "true")
    OpenRow row(Hit hit, String trackedEmailId);

    default TrackId trackId(String id) {
        return new TrackId(id);
    }

    default @Nullable String text(@Nullable IpAddress address) {
        return address == null ? null : address.toString();
    }
}
