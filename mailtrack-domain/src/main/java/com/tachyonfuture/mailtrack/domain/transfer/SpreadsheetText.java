package com.tachyonfuture.mailtrack.domain.transfer;

import java.util.regex.Pattern;

/**
 * Texts in files that spreadsheet programs open. They take a text that begins with certain signs for a formula, which
 * may fetch or run things, and anybody can choose a user agent or a subject.
 *
 * <p>Such a text gets an apostrophe before it. So does one that has an apostrophe, or several, before such a sign, and
 * no other: hence what was guarded can always be told from what was not, and comes back as it was.
 */
public final class SpreadsheetText {

    /** The wide forms count too: programs set to East Asian languages take them for the narrow ones. */
    private static final String SIGNS = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern RISKY = Pattern.compile("'*+" + SIGNS);
    private static final Pattern GUARDED = Pattern.compile("''*+" + SIGNS);

    private SpreadsheetText() {}

    /** The text as it may stand in a file. */
    public static String guard(String text) {
        return RISKY.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that was guarded so. */
    public static String unguard(String text) {
        return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
