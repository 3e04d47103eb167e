package com.tachyonfuture.mailtrack.application.classify;

/** What a database may know of an address. */
public enum Lookup {
    CITIES,
    COUNTRIES,
    /** Who runs its network. */
    OPERATORS
}
