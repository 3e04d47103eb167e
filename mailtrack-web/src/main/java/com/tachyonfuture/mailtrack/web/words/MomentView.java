package com.tachyonfuture.mailtrack.web.words;

/// A point in time on a page.
///
/// @param iso for programs
/// @param exact to the second, in the owner's zone
/// @param words as the page says it
public record MomentView(String iso, String exact, String words) {}
