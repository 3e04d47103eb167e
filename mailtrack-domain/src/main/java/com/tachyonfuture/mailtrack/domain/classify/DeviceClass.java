package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of device somebody reads on. */
public enum DeviceClass {
    DESKTOP,
    PHONE,
    TABLET,
    /** A watch, a television, a car. */
    OTHER;

    /** The word for it in tables and the API, such as {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeviceClass> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
