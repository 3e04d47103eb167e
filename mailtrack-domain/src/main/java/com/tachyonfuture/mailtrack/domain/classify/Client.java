package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.Nullable;

/**
 * What a user agent says of the program and the device that it runs on.
 *
 * @param name of the mail client or browser, such as {@code Thunderbird}; at most 64 characters
 * @param os the operating system, such as {@code iOS}; at most 64 characters
 */
public record Client(
        @Nullable String name,
        @Nullable String os,
        @Nullable DeviceClass device) {

    public static final Client UNKNOWN = new Client(null, null, null);
}
