package com.tachyonfuture.mailtrack.domain.track;

/** One thing wrong with one field of what somebody sent, in words for that person. */
public record Violation(String field, String message) {}
