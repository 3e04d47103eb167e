package com.tachyonfuture.mailtrack.web.classify;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.ExplainJudging;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.util.Arrays;
import java.util.List;

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

        private static ReasonView of(Reason reason) {
            return new ReasonView(idOf(reason), reason.code(), reason.sentence());
        }
    }

    /// How sure a judgement may be.
    public record ConfidenceView(String word, String meaning) {

        /// In words.
        public static ConfidenceView of(Confidence confidence) {
            return switch (confidence) {
                case HIGH -> new ConfidenceView("Sure", "hardly anything else looks like it");
                case MEDIUM -> new ConfidenceView("Likely", "usual for this, though other explanations exist");
                case LOW -> new ConfidenceView("Unsure", "one weak sign, or signs that disagree");
            };
        }
    }

    /// Where the page says more of a reason.
    public static String hrefOf(Reason reason) {
        return "/judging#" + idOf(reason);
    }

    private static String idOf(Reason reason) {
        return "reason-" + reason.code();
    }

    static JudgingView of(ExplainJudging.Result judging) {
        return new JudgingView(
                judging.rules().version(),
                Arrays.stream(Verdict.values()).map(VerdictView::of).toList(),
                judging.rules().rules().stream().map(Rule::inWords).toList(),
                Arrays.stream(Reason.values()).map(ReasonView::of).toList(),
                Arrays.stream(Confidence.values())
                        .map(ConfidenceView::of)
                        .toList()
                        .reversed(),
                Arrays.stream(Lookup.values())
                        .filter(lookup -> !judging.inUse().contains(lookup))
                        .map(JudgingView::missing)
                        .toList(),
                judging.attributions());
    }

    private static String missing(Lookup lookup) {
        return switch (lookup) {
            case CITIES -> "cities";
            case COUNTRIES -> "countries";
            case OPERATORS -> "who runs the network of an address";
        };
    }
}
