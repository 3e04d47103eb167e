package com.tachyonfuture.mailtrack.web.problem;

import io.micronaut.core.annotation.Introspected;

/// What the error page shows.
@Introspected
public record ErrorView(int status, String title, String detail) {}
