package com.tachyonfuture.mailtrack.domain.recipient;

import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;

/** How recipients are sorted, and looked up by how they begin: without case, accents and compatibility forms. */
public final class RecipientName {

    private RecipientName() {}

    /** What a name is compared by; of a very long one the beginning. */
    public static String folded(String name) {
        String folded = SearchWords.folded(name)
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        boolean fits = folded.codePointCount(0, folded.length()) <= TrackDetails.LONGEST_RECIPIENT;
        return fits ? folded : folded.substring(0, folded.offsetByCodePoints(0, TrackDetails.LONGEST_RECIPIENT));
    }
}
