package com.tachyonfuture.mailtrack.bench;

/// What came of a start with many hits in the spool. Times are in seconds since the start of the process.
///
/// @param database its name and version
/// @param hits how many waited
/// @param pixelAt when the first pixel was answered
/// @param serviceAt when `/health/readiness` was answered
/// @param readyAt when `/health` said that all is well
/// @param drainedAt when the last hit was recorded
/// @param recorded rows that are there now
/// @param cpuPerOpen microseconds of the program
/// @param databaseCpuPerOpen the same of the database, 0 where it is not embedded
/// @param steps of the drain, since the start
/// @param earlyHits how many were recorded when memory was looked at for the first time
/// @param lateHits the same of the second time
record BacklogResult(
        String database,
        int hits,
        double pixelAt,
        double serviceAt,
        double readyAt,
        double drainedAt,
        long recorded,
        double opensPerSecond,
        double cpuPerOpen,
        double databaseCpuPerOpen,
        DrainSteps steps,
        double spoolBytesPerHit,
        double databaseBytesPerOpen,
        int earlyHits,
        int lateHits,
        MemoryMark early,
        MemoryMark late) {}
