package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.classify.Description;

/** What judging an open again came to. */
public record Reviewed(Description description, Judged judged) {}
