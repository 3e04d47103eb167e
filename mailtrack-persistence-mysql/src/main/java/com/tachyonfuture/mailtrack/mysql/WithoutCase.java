package com.tachyonfuture.mailtrack.mysql;

/// Texts without case in SQL, as [com.tachyonfuture.mailtrack.domain.track.LetterCase] folds them.
///
/// What is equal so is equal to `utf8mb4_unicode_ci` too, which takes more for equal: accents, spaces at the end. A
/// condition by that collation therefore finds candidates in an index, and one by this tells them apart.
public final class WithoutCase {

    private WithoutCase() {}

    /// The bytes of a text without case.
    ///
    /// @param text an expression in SQL
    public static String of(String text) {
        String exact = "CONVERT(" + text + " USING utf8mb4) COLLATE utf8mb4_bin";
        return "CAST(LOWER(REPLACE(REPLACE(" + exact
                + ", 'İ', 'i\u0307'), 'ς', 'σ') COLLATE utf8mb4_unicode_ci) AS BINARY)";
    }
}
