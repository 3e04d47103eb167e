package com.tachyonfuture.mailtrack.web.access;

import org.jspecify.annotations.Nullable;

/// What the login page shows.
///
/// @param next where to go on afterwards
/// @param name as it was typed before
/// @param error what went wrong; null when nothing has
/// @param notice what else there is to know; null when there is nothing
public record LoginView(
        String next,
        String name,
        @Nullable String error,
        @Nullable String notice) {

    private static final int LONGEST_NAME = 200;

    static LoginView first(LocalPath next, @Nullable String notice) {
        return new LoginView(next.value(), "", null, notice);
    }

    static LoginView again(LocalPath next, String name, String error) {
        boolean shown = name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
        return new LoginView(next.value(), shown ? name : "", error, null);
    }
}
