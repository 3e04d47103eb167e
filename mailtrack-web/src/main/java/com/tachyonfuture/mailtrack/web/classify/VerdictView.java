package com.tachyonfuture.mailtrack.web.classify;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.words.Words;

/// A verdict on our pages: always a sign and a word, so that no color has to be told from another.
///
/// @param code as addresses have it
/// @param sign for the eye only
/// @param style what the style sheet calls it
/// @param meaning what follows from it, in a sentence
public record VerdictView(String code, String sign, String word, String style, String meaning) {

    public static VerdictView of(Verdict verdict, Words words) {
        return switch (verdict) {
            case HUMAN, IMAGE_PROXY -> view(verdict, "✓✓", "is-read", words);
            case PREFETCH, SCANNER -> view(verdict, "✓", "is-delivered", words);
            case BOT, SELF -> view(verdict, "–", "is-aside", words);
            case UNDECIDED -> view(verdict, "?", "is-aside", words);
        };
    }

    private static VerdictView view(Verdict verdict, String sign, String style, Words words) {
        String code = verdict.code();
        return new VerdictView(
                code,
                sign,
                words.of("verdict." + code + ".word"),
                "verdict " + style,
                words.of("verdict." + code + ".meaning"));
    }

    /// An open that nobody has judged: what the service said that it was taken over from, or nothing.
    public static VerdictView unjudged(boolean read, Words words) {
        String meaning = words.of("unjudged.meaning");
        return read
                ? new VerdictView("unjudged", "✓✓", words.of("state.read"), "verdict is-read", meaning)
                : new VerdictView("unjudged", "✓", words.of("state.delivered"), "verdict is-delivered", meaning);
    }
}
