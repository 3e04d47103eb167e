package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How texts and numbers stand on our pages.
final class Shown {

    /// Databases that we took over may hold texts of any length.
    private static final int LONGEST = 500;

    private static final Set<Integer> SHAPELESS = Set.of(
            (int) Character.FORMAT,
            (int) Character.CONTROL,
            (int) Character.SPACE_SEPARATOR,
            (int) Character.UNASSIGNED,
            (int) Character.SURROGATE);

    private Shown() {}

    /// A text, or what stands for one that is missing.
    static String or(@Nullable String text, String missing) {
        return text == null || saysNothing(text) ? missing : text;
    }

    /// A text, or null when it says nothing.
    static @Nullable String textOrNull(@Nullable String text) {
        return text == null || saysNothing(text) ? null : text;
    }

    /// A text that strangers chose, cut to what a person may want to read; null when it is missing.
    static @Nullable String cut(@Nullable String text) {
        if (text == null || saysNothing(text)) {
            return null;
        }
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /// Whether there is nothing to see in a text: blanks, and signs without a shape.
    private static boolean saysNothing(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || SHAPELESS.contains(Character.getType(c)));
    }

    /// Whether nobody but the owner has fetched what was sent: then nothing says that it arrived.
    static boolean isOnlyOwn(TrackSummary summary) {
        long opens = summary.activity().opens();
        return opens > 0 && summary.verdicts().of(Verdict.SELF) == opens;
    }

    /// "No recipient" where there is none.
    static String recipient(@Nullable String recipient, Words words) {
        return or(recipient, words.of("track.no-recipient"));
    }

    /// "No subject" where there is none.
    static String subject(@Nullable String subject, Words words) {
        return or(subject, words.of("track.no-subject"));
    }

    /// Such as "12", or "12+" where there may be more.
    static String counted(TracksCounted tracks, Words words) {
        return tracks.complete() ? words.number(tracks.number()) : words.of("number.at-least", tracks.number());
    }

    static String times(long count, Words words) {
        return switch ((int) Math.min(count, 3)) {
            case 1 -> words.of("times.once");
            case 2 -> words.of("times.twice");
            default -> words.of("times.more", count);
        };
    }
}
