package com.tachyonfuture.mailtrack.domain.classify;

import java.util.List;

/**
 * The rules in force, in their order: the first that knows the evidence decides.
 *
 * @param version higher whenever any rule, its place or a list that it uses changes what is judged
 */
public record RuleBook(int version, List<Rule> rules) {

    private static final Judgement UNKNOWN = new Judgement(Verdict.UNDECIDED, Reason.NO_EVIDENCE, Confidence.LOW, null);

    private static final RuleBook IN_FORCE =
            new RuleBook(1, List.of(new OwnersBrowser(), new OwnersAddress(), new SentCopy(), new DeclaredPrefetch()));

    /** The rules that Mailtrack judges by. */
    public static RuleBook inForce() {
        return IN_FORCE;
    }

    public RuleBook {
        rules = List.copyOf(rules);
    }

    public Judgement judge(Evidence evidence) {
        for (Rule rule : rules) {
            var judgement = rule.judge(evidence);
            if (judgement.isPresent()) {
                return judgement.get();
            }
        }
        return UNKNOWN;
    }
}
