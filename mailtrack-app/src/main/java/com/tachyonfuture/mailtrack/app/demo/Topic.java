package com.tachyonfuture.mailtrack.app.demo;

import org.jspecify.annotations.Nullable;

/// What a sample mail is about.
///
/// @param subject with `{n}` for a number
record Topic(String subject, @Nullable String notes) {

    String subject(int number) {
        return subject.replace("{n}", String.valueOf(number));
    }
}
