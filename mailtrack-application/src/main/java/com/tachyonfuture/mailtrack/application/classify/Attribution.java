package com.tachyonfuture.mailtrack.application.classify;

/**
 * What the maker of a database asks to be said where its answers are shown.
 *
 * @param sentence for people
 * @param link where it leads
 */
public record Attribution(String sentence, String link) {}
