package com.tachyonfuture.mailtrack.bench;

import com.google.errorprone.annotations.FormatMethod;

/// Tells whoever waits what is being done, with the seconds since the start.
final class Progress {

    private final Stopwatch stopwatch = new Stopwatch();

    @FormatMethod
    void say(String format, Object... values) {
        System.out.println(Text.of("[%4d s] ", stopwatch.elapsed().toSeconds()) + Text.of(format, values));
    }
}
