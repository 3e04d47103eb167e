package com.tachyonfuture.mailtrack.application.stats;

/**
 * The numbers of a period at a glance.
 *
 * @param cohort the tracks that were created in it
 * @param opens the opens that happened in it, of whatever tracks
 */
public record Headline(Cohort cohort, OpenCounts opens) {}
