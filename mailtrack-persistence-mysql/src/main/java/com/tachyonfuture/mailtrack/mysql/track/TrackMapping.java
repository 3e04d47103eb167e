package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/// Between rows and tracks.
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TrackMapping {

    TrackMapping INSTANCE = Mappers.getMapper(TrackMapping.class);

    @Mapping(target = "value", source = "id")
    TrackId toTrackId(TrackRow row);
}
