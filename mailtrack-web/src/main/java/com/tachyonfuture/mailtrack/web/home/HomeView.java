package com.tachyonfuture.mailtrack.web.home;

import io.micronaut.core.annotation.Introspected;

/// What the page at the root shows.
@Introspected
public record HomeView(String baseUrl) {}
