package com.tachyonfuture.mailtrack.bench;

/// What came of judging all opens again twice, beside the service.
///
/// @param database its name and version
/// @param opens how many were recorded
/// @param never the first time, when none of them had been judged
/// @param again the second time, when nothing had changed since
record RejudgeResult(String database, int opens, Judged never, Judged again) {

    /// What the command came to.
    ///
    /// @param seconds from the start of its process to its end
    /// @param opens how many it judged
    /// @param others how many of them got another verdict
    record Judged(double seconds, long opens, long others) {}
}
