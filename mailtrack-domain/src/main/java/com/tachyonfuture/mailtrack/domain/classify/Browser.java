package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary browser: webmail, or one of the many apps that show mail in a browser's window. Scanners use the same
 * names. But a browser that shows a page asks for an image where an image is due, and a program that merely fetches
 * the address seldom does.
 */
final class Browser implements Rule {

    private static final Reading READING = Reading.of(Reason.BROWSER, Confidence.MEDIUM);
    private static final Reading PROBABLY = Reading.of(Reason.BROWSER_OF_OLD, Confidence.LOW);
    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.BROWSER_NOT_FOR_IMAGE, Confidence.LOW, null));

    /** By the shape that all browsers keep to the letter. */
    static boolean isNamedBy(@Nullable String userAgent) {
        return userAgent != null
                && (userAgent.startsWith("Mozilla/5.0 (") || userAgent.startsWith("Mozilla/4.0 ("))
                && (userAgent.contains(" Safari/")
                        || userAgent.contains(" Firefox/")
                        || userAgent.contains(" Trident/")
                        || userAgent.contains(" MSIE "));
    }

    /** Whether a browser asks for the image as such. */
    static boolean isShowing(Evidence evidence) {
        return evidence.signs().contains(Sign.WANTS_IMAGE) && isNamedBy(evidence.userAgent());
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!isNamedBy(evidence.userAgent())) {
            return Optional.empty();
        }
        if (evidence.signs().contains(Sign.WANTS_IMAGE)) {
            return READING.given(evidence);
        }
        return evidence.signs().contains(Sign.HEADERS_NOT_KEPT) ? PROBABLY.given(evidence) : EITHER;
    }

    @Override
    public String inWords() {
        return "An ordinary browser that asks for an image, from an ordinary network, is somebody reading, less surely"
                + " within 10 seconds after the track was created. If it does not ask for an image, it stays undecided;"
                + " where an older version kept no note of that, it is probably somebody.";
    }
}
