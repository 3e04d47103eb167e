package com.tachyonfuture.mailtrack.app.demo;

import org.jspecify.annotations.Nullable;

/// Something that fetches images.
///
/// @param referer the page that it fetches them for
record Program(String userAgent, @Nullable String referer) {}
