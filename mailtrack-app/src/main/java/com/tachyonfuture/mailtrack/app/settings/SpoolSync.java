package com.tachyonfuture.mailtrack.app.settings;

/// When a hit counts as kept.
public enum SpoolSync {
    /// When it is on the disk: it outlives a power cut.
    ALWAYS,
    /// When the operating system has it, which brings it to the disk soon: it outlives the program.
    INTERVAL
}
