package com.tachyonfuture.mailtrack.domain.track;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recipients as somebody pasted them: one on each line, or several with commas or semicolons between them. Where a line
 * has semicolons, its commas belong to the names, as Outlook writes them.
 *
 * @param recipients each once, in order
 * @param repeats those that were there before, in any case of letters; left out
 * @param problems what is no recipient
 */
public record RecipientList(List<Entry> recipients, List<Entry> repeats, List<Problem> problems) {

    /** So many can be sent to at once. */
    public static final int LONGEST = 500;

    /** So much of what is wrong is repeated to whoever wrote it, in characters. */
    private static final int LONGEST_QUOTE = 60;

    /**
     * Somebody in the list.
     *
     * @param line where it stands, from 1
     */
    public record Entry(int line, Mailbox mailbox) {}

    /**
     * What is wrong with a line.
     *
     * @param line from 1
     * @param text what is no recipient, cut where it is long
     * @param message why, to follow it: "is not an e-mail address"
     */
    public record Problem(int line, String text, String message) {}

    public RecipientList {
        recipients = List.copyOf(recipients);
        repeats = List.copyOf(repeats);
        problems = List.copyOf(problems);
    }

    /** Reads a list. What is longer than {@link #LONGEST} is a problem too. */
    public static RecipientList parse(String text) {
        var reading = new Reading();
        int line = 0;
        for (String written : text.split("\r\n|\r|\n", -1)) {
            line++;
            reading.line(line, written);
        }
        return reading.list();
    }

    /** Whether nothing at all was written. */
    public boolean isEmpty() {
        return recipients.isEmpty() && problems.isEmpty();
    }

    private static final class Reading {

        private static final Pattern AROUND = Pattern.compile("^[\\s,]+|[\\s,]+$");

        private final Map<String, Entry> known = new LinkedHashMap<>();
        private final List<Entry> repeats = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        void line(int number, String written) {
            for (String part : Parts.of(written)) {
                String bare = AROUND.matcher(part).replaceAll("");
                if (!bare.isEmpty()) {
                    part(number, bare);
                }
            }
        }

        private void part(int line, String part) {
            Mailbox.parse(part)
                    .ifPresentOrElse(
                            mailbox -> add(new Entry(line, mailbox)),
                            () -> problem(line, part, "is not an e-mail address"));
        }

        private void problem(int line, String text, String message) {
            problems.add(new Problem(line, quote(text), message));
        }

        private static String quote(String text) {
            int length = text.codePointCount(0, text.length());
            return length <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        }

        private void add(Entry entry) {
            String text = entry.mailbox().text();
            int length = text.codePointCount(0, text.length());
            if (length > TrackDetails.LONGEST_RECIPIENT) {
                problem(
                        entry.line(),
                        text,
                        "has " + length + " characters; at most " + TrackDetails.LONGEST_RECIPIENT + " are allowed");
                return;
            }
            String key = LetterCase.folded(entry.mailbox().address());
            if (known.putIfAbsent(key, entry) != null) {
                repeats.add(entry);
            } else if (known.size() == LONGEST + 1) {
                problem(entry.line(), text, "is more than the " + LONGEST + " recipients that are allowed");
            }
        }

        RecipientList list() {
            return new RecipientList(List.copyOf(known.values()), repeats, problems);
        }
    }

    /** The parts of one line. What is in quotation marks or angle brackets stays together. */
    private static final class Parts {

        private final List<String> found = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private boolean quoted;
        private boolean bracketed;

        static List<String> of(String line) {
            List<String> bySemicolon = new Parts().split(line, ";\t");
            return bySemicolon.size() > 1 ? bySemicolon : new Parts().split(line, ",");
        }

        private List<String> split(String line, String separators) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quoted && c == '\\' && i + 1 < line.length()) {
                    part.append(c).append(line.charAt(++i));
                } else if (!quoted && !bracketed && separators.indexOf(c) >= 0) {
                    end();
                } else {
                    follow(c);
                    part.append(c);
                }
            }
            end();
            return found;
        }

        private void follow(char c) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                bracketed = c == '<' || (bracketed && c != '>');
            }
        }

        private void end() {
            found.add(part.toString());
            part.setLength(0);
        }
    }
}
