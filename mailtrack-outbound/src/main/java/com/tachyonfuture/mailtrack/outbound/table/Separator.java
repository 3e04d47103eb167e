package com.tachyonfuture.mailtrack.outbound.table;

/// What divides the fields of a table: the one of comma, semicolon and tab that its first line has most of.
final class Separator {

    private static final String CANDIDATES = ",;\t";

    private Separator() {}

    /// The separator of a table that starts so. Where there is none, the comma.
    static char in(String start) {
        var counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (char c : start.stripLeading().toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return CANDIDATES.charAt(most);
    }
}
