package com.tachyonfuture.mailtrack.mysql.track;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of the table of tracks.
@MappedEntity("tracked_emails")
record TrackRow(@Id String id) {}
