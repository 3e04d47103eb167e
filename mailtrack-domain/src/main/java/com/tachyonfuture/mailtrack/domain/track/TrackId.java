package com.tachyonfuture.mailtrack.domain.track;

/** The identity of a track. */
public record TrackId(String value) {}
