package com.tachyonfuture.mailtrack.application.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JudgingTest {

    private static final Judgement HUMAN = new Judgement(Verdict.HUMAN, Reason.NO_EVIDENCE, Confidence.HIGH, null);
    private static final Place PLACE = new Place("AT", "Austria", "Vienna");
    private static final Network NETWORK = new Network(64_500, "Example");
    private static final Client CLIENT = new Client("Thunderbird", "Linux", null);

    private final List<Object> lookedUp = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Judging judging = new Judging(
            address -> {
                lookedUp.add(address);
                return PLACE;
            },
            new OneNetwork(),
            userAgent -> {
                lookedUp.add(userAgent);
                return CLIENT;
            },
            address -> address.toString().endsWith("::17"),
            new RuleBook(7, List.of(new Witness())));

    @Test
    void whatIsFoundOutGoesToTheRulesAndComesBackWithTheJudgement() {
        Hit hit = hit(track(1));

        JudgedHit judged = judging.about(List.of(hit)).judge(hit, new Origin(NOON.minusSeconds(3), hit.address()));

        assertThat(judged.description()).isEqualTo(new Description(PLACE, NETWORK, CLIENT, 1));
        assertThat(judged.judged()).isNotNull().satisfies(one -> {
            assertThat(one.judgement()).isEqualTo(HUMAN);
            assertThat(one.ruleBook()).isEqualTo(7);
        });
        assertThat(evidence)
                .containsExactly(new Evidence(
                        hit.address(),
                        hit.userAgent(),
                        hit.referer(),
                        Set.of(),
                        NETWORK,
                        Set.of(NetworkKind.SECURITY),
                        Duration.ofSeconds(3),
                        1,
                        true,
                        true));
    }

    @Test
    void whereNothingIsKnownNothingIsClaimed() {
        var hit = new Hit(id(1), NOON, null, null, null);

        JudgedHit judged = judging.oneByOne().judge(hit, new Origin(null, null));

        assertThat(judged.description()).isEqualTo(Description.NONE);
        assertThat(evidence)
                .containsExactly(new Evidence(null, null, null, Set.of(), null, Set.of(), null, 1, false, false));
    }

    @Test
    void eachAddressAndEachUserAgentOfABatchIsLookedUpOnce() {
        List<Hit> hits = List.of(hit(track(1)), hit(track(2)), hit(track(1), NOON.plusSeconds(1)));
        Inquiry inquiry = judging.about(hits);

        inquiry.locate();
        inquiry.describe();
        hits.forEach(hit -> inquiry.judge(hit, new Origin(NOON, null)));

        assertThat(lookedUp).containsExactly(hits.get(0).address(), hits.get(0).userAgent());
    }

    @Test
    void tracksThatAnAddressFetchesTogetherAreEvidence() {
        List<Hit> hits = List.of(hit(track(1)), hit(track(2)));
        Inquiry inquiry = judging.about(hits);

        hits.forEach(hit -> inquiry.judge(hit, new Origin(NOON, null)));
        judging.oneByOne().judge(hits.get(0), new Origin(NOON, null));

        assertThat(evidence).extracting(Evidence::tracksAtOnce).containsExactly(2, 2, 1);
    }

    @Test
    void theSameViewerHasTheSameKey() {
        Judge judge = judging.oneByOne();
        var origin = new Origin(NOON, null);

        long one = viewer(judge.judge(hit(track(1)), origin));

        assertThat(viewer(judge.judge(hit(track(1), NOON.plusSeconds(60)), origin)))
                .isEqualTo(one);
        assertThat(viewer(judge.judge(hit(track(2)), origin))).isNotEqualTo(one);
    }

    private static long viewer(JudgedHit hit) {
        return Optional.ofNullable(hit.judged()).orElseThrow().viewer();
    }

    @Test
    void whoeverJudgesNothingLeavesHitsUnjudgedAndTakesThemForReads() {
        JudgedHit judged = Judging.none().oneByOne().judge(hit(track(1)), new Origin(NOON, null));

        assertThat(judged.judged()).isNull();
        assertThat(judged.isRead()).isTrue();
    }

    private static final class OneNetwork implements Networks {

        @Override
        public Optional<Network> of(IpAddress address) {
            return Optional.of(NETWORK);
        }

        @Override
        public Set<NetworkKind> listing(IpAddress address, Network network) {
            return listing(address);
        }

        @Override
        public Set<NetworkKind> listing(IpAddress address) {
            return Set.of(NetworkKind.SECURITY);
        }
    }

    private final class Witness implements Rule {

        @Override
        public Optional<Judgement> judge(Evidence given) {
            evidence.add(given);
            return Optional.of(HUMAN);
        }

        @Override
        public String inWords() {
            return "Everything is human.";
        }
    }
}
