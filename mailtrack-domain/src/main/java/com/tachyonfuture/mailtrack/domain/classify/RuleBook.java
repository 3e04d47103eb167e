package com.tachyonfuture.mailtrack.domain.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules in force, in their order: the first that knows the evidence decides.
 *
 * <h2>How they are ordered</h2>
 *
 * <p>First comes what cannot be forged: what the owner did. Then what a program says of itself that is no person's
 * interest to say, which is that it fetches ahead, for somebody else, or as a robot. Then who a person reads with, by
 * name. Only what none of these know is judged by its circumstances: networks, other tracks, time. Each of them is weak
 * and needs another beside it. Last come browsers, which people and machines both claim to be.
 *
 * <p>A rule may rely on those before it. {@code OfficeOrOutlook} need not ask whether Outlook is named, since
 * {@code Outlook} has.
 *
 * <h2>What no rule does</h2>
 *
 * <p>None looks at the recipient: a university behind somebody's gateway may have its mailboxes at Google. None takes
 * a word inside another word, a list of web robots, a time or a rented network for proof by itself. And no
 * name that a program gives itself makes a fetch the owner's.
 *
 * <h2>How it is fast</h2>
 *
 * <p>Most rules know programs by their names. The names of all of them are looked for together, in one pass, and only
 * the rules whose names were found are asked, and those that ask for something else.
 */
public final class RuleBook {

    private static final int MOST_RULES = Long.SIZE;

    private static final Judgement UNKNOWN = new Judgement(Verdict.UNDECIDED, Reason.NO_EVIDENCE, Confidence.LOW, null);

    private static final RuleBook IN_FORCE = new RuleBook(
            1,
            List.of(
                    new OwnersBrowser(),
                    new OwnersAddress(),
                    new SentCopy(),
                    new DeclaredPrefetch(),
                    new GmailDisplay(),
                    new GmailPrefetch(),
                    new YahooDisplay(),
                    new OtherDisplayProxy(),
                    new ApplePrefetch(),
                    new AppleMailThroughRelay(),
                    new NamedScanner(),
                    new LinkPreview(),
                    new Crawler(),
                    new Script(),
                    new MicrosoftScan(),
                    new Outlook(),
                    new OfficeOrOutlook(),
                    new Thunderbird(),
                    new OtherMailApp(),
                    new AppleMail(),
                    new OutlookOnTheWeb(),
                    new Webmail(),
                    new AppleRelay(),
                    new MicrosoftNetwork(),
                    new SecurityNetwork(),
                    new PrivacyProxy(),
                    new BatchScan(),
                    new RentedServer(),
                    new TooSoon(),
                    new NoUserAgent(),
                    new Browser(),
                    new AppLibrary(),
                    new UnknownAgent()));

    private final int version;
    private final List<Rule> rules;

    /** One bit for each rule, in their order. */
    private final Phrases<Long> named;

    private final long unnamed;

    /** @param version higher whenever any rule, its place or a list that it uses changes what is judged */
    public RuleBook(int version, List<Rule> rules) {
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("a rule book has " + MOST_RULES + " rules at most, not " + rules.size());
        }
        this.version = version;
        this.rules = List.copyOf(rules);
        this.named = Phrases.of(bitsByName(this.rules));
        this.unnamed = bitsOfUnnamed(this.rules);
    }

    private static Map<String, Long> bitsByName(List<Rule> rules) {
        var bits = new HashMap<String, Long>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof NamedRule rule) {
                long bit = 1L << i;
                rule.names().texts().forEach(name -> bits.merge(name, bit, (one, other) -> one | other));
            }
        }
        return bits;
    }

    private static long bitsOfUnnamed(List<Rule> rules) {
        long bits = 0;
        for (int i = 0; i < rules.size(); i++) {
            bits |= rules.get(i) instanceof NamedRule ? 0 : 1L << i;
        }
        return bits;
    }

    /** The rules that Mailtrack judges by. */
    public static RuleBook inForce() {
        return IN_FORCE;
    }

    /** Higher whenever any rule, its place or a list that it uses changes what is judged. */
    public int version() {
        return version;
    }

    /** In their order. */
    public List<Rule> rules() {
        return rules;
    }

    public Judgement judge(Evidence evidence) {
        long asked = unnamed | named.bitsIn(evidence.userAgent(), Long::longValue);
        for (long left = asked; left != 0; left &= left - 1) {
            var judgement = rules.get(Long.numberOfTrailingZeros(left)).judge(evidence);
            if (judgement.isPresent()) {
                return judgement.get();
            }
        }
        return UNKNOWN;
    }
}
