package com.tachyonfuture.mailtrack.web.classify;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;

/// A verdict on our pages: always a sign and a word, so that no color has to be told from another.
///
/// @param code as addresses have it
/// @param sign for the eye only
/// @param style what the style sheet calls it
/// @param meaning what follows from it, in a sentence
public record VerdictView(String code, String sign, String word, String style, String meaning) {

    public static VerdictView of(Verdict verdict) {
        return switch (verdict) {
            case HUMAN -> view(verdict, "✓✓", "Read", "is-read", "A mail program showed the image to somebody.");
            case IMAGE_PROXY ->
                view(
                        verdict,
                        "✓✓",
                        "Read by proxy",
                        "is-read",
                        "The mail service fetched the image because somebody read there. Who and where stays hidden.");
            case PREFETCH ->
                view(
                        verdict,
                        "✓",
                        "Fetched ahead",
                        "is-delivered",
                        "A mail program fetched the image before anybody looked: the mail arrived, that is all.");
            case SCANNER ->
                view(
                        verdict,
                        "✓",
                        "Scanned",
                        "is-delivered",
                        "A security check looked at the mail on its way in: it arrived, that is all.");
            case BOT ->
                view(
                        verdict,
                        "–",
                        "Bot",
                        "is-aside",
                        "A program came across the image's address. It says nothing of the mail.");
            case SELF -> view(verdict, "–", "You", "is-aside", "You looked at what you sent.");
            case UNDECIDED ->
                view(verdict, "?", "Undecided", "is-aside", "The signs do not decide it. It is not counted as a read.");
        };
    }

    private static VerdictView view(Verdict verdict, String sign, String word, String style, String meaning) {
        return new VerdictView(verdict.code(), sign, word, "verdict " + style, meaning);
    }

    /// An open that nobody has judged: what the service said that it was taken over from, or nothing.
    public static VerdictView unjudged(boolean read) {
        String meaning = "It was not judged yet.";
        return read
                ? new VerdictView("unjudged", "✓✓", "Read", "verdict is-read", meaning)
                : new VerdictView("unjudged", "✓", "Delivered", "verdict is-delivered", meaning);
    }
}
