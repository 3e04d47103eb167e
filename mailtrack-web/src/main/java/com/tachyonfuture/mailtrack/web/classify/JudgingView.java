package com.tachyonfuture.mailtrack.web.classify;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.ExplainJudging;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the page shows that says how opens are judged.
///
/// @param rules in their order, in plain words
/// @param missing what is not known of addresses, for want of a database
/// @param attributions whom places and networks are known from
public record JudgingView(
        int version,
        List<VerdictView> verdicts,
        List<String> rules,
        List<ReasonView> reasons,
        List<ConfidenceView> confidences,
        List<String> missing,
        List<Attribution> attributions) {

    /// A reason.
    ///
    /// @param id of its place on the page
    public record ReasonView(String id, String code, String sentence) {

        private static ReasonView of(Reason reason, Words words) {
            return new ReasonView(idOf(reason), reason.code(), sentenceOf(reason, words));
        }
    }

    /// How sure a judgement may be.
    public record ConfidenceView(String word, String meaning) {

        /// In words.
        public static ConfidenceView of(Confidence confidence, Words words) {
            String key = "confidence." + confidence.name().toLowerCase(Locale.ROOT);
            return new ConfidenceView(words.of(key + ".word"), words.of(key + ".meaning"));
        }
    }

    /// A reason in words.
    public static String sentenceOf(Reason reason, Words words) {
        return words.orEnglish("reason." + reason.code(), reason.sentence());
    }

    /// Where the page says more of a reason.
    public static String hrefOf(Reason reason) {
        return "/judging#" + idOf(reason);
    }

    private static String idOf(Reason reason) {
        return "reason-" + reason.code();
    }

    static JudgingView of(ExplainJudging.Result judging, Words words) {
        return new JudgingView(
                judging.rules().version(),
                Arrays.stream(Verdict.values())
                        .map(verdict -> VerdictView.of(verdict, words))
                        .toList(),
                judging.rules().rules().stream()
                        .map(rule -> inWords(rule, words))
                        .toList(),
                Arrays.stream(Reason.values())
                        .map(reason -> ReasonView.of(reason, words))
                        .toList(),
                Arrays.stream(Confidence.values())
                        .map(confidence -> ConfidenceView.of(confidence, words))
                        .toList()
                        .reversed(),
                Arrays.stream(Lookup.values())
                        .filter(lookup -> !judging.inUse().contains(lookup))
                        .map(lookup -> missing(lookup, words))
                        .toList(),
                judging.attributions());
    }

    private static String inWords(Rule rule, Words words) {
        return words.orEnglish("rule." + rule.getClass().getSimpleName(), rule.inWords());
    }

    private static String missing(Lookup lookup, Words words) {
        return words.of("judging.lookup." + lookup.name().toLowerCase(Locale.ROOT));
    }
}
