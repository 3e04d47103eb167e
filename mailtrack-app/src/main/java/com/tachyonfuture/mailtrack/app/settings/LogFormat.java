package com.tachyonfuture.mailtrack.app.settings;

/// How log lines look.
public enum LogFormat {
    /// One JSON object on each line, for machines.
    JSON,
    /// One readable line, for people.
    TEXT
}
