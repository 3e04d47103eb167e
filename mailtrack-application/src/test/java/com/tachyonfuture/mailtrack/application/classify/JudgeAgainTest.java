package com.tachyonfuture.mailtrack.application.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.port.History.Fetched;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryPlaces;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JudgeAgainTest {

    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1").orElseThrow();
    private static final Place VIENNA = new Place("AT", "Austria", "Vienna");
    private static final Network OPERATOR = new Network(64_500, "Example");

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final List<Evidence> seen = new ArrayList<>();
    private InMemoryPlaces places = new InMemoryPlaces();
    private InMemoryNetworks networks = new InMemoryNetworks();
    private Confidence confidence = Confidence.MEDIUM;
    private Client client = Client.UNKNOWN;
    private OwnersAddresses ownersAddresses = ADDRESS::equals;

    private JudgeAgain judgeAgain() {
        Rule rule = new Rule() {
            @Override
            public Optional<Judgement> judge(Evidence evidence) {
                seen.add(evidence);
                if ("fault".equals(evidence.userAgent())) {
                    throw new IllegalStateException("a fault of this test");
                }
                return Optional.of(new Judgement(Verdict.HUMAN, Reason.NO_EVIDENCE, confidence, null));
            }

            @Override
            public String inWords() {
                return "Everything is a mail client.";
            }
        };
        var judging =
                new Judging(places, networks, userAgent -> client, ownersAddresses, new RuleBook(7, List.of(rule)));
        return new JudgeAgain(storage.history(), judging);
    }

    private Open only() {
        List<Open> opens = storage.opens().of(id(1), Long.MAX_VALUE, 10);
        assertThat(opens).hasSize(1);
        return opens.get(0);
    }

    @Test
    void theRulesSeeWhatTheySawAtRecording() {
        storage.tracks().add(new Track(id(1), track(1).details(), NOON, ADDRESS));
        var hit = new Hit(id(1), NOON.plusSeconds(5), ADDRESS, "x", "y", Set.of(Sign.WANTS_IMAGE));
        storage.openLog()
                .write(batch(0, hit), judge(Verdict.BOT, new Description(VIENNA, OPERATOR, Client.UNKNOWN, 3)));

        judgeAgain().track(id(1));

        assertThat(seen)
                .containsExactly(new Evidence(
                        ADDRESS,
                        "x",
                        "y",
                        Set.of(Sign.WANTS_IMAGE),
                        OPERATOR,
                        Set.of(),
                        Duration.ofSeconds(5),
                        3,
                        true,
                        true));
    }

    @Test
    void addressesAreLookedUpAnewAndWhatNobodyKnowsNowStays() {
        storage.tracks().add(track(1));
        var kept = new Description(VIENNA, OPERATOR, new Client("Thunderbird", "Linux", null), 1);
        storage.openLog().write(batch(0, new Hit(id(1), NOON, ADDRESS, "x", null)), judge(Verdict.BOT, kept));

        judgeAgain().track(id(1));
        assertThat(only().description()).isEqualTo(kept);

        places = new InMemoryPlaces().with("192.0.2.0/24", new Place("DE", "Germany", null));
        networks = new InMemoryNetworks().with("192.0.2.0/24", new Network(64_501, "Other"));
        judgeAgain().track(id(1));

        assertThat(only().description().place()).isEqualTo(new Place("DE", "Germany", null));
        assertThat(only().description().network()).isEqualTo(new Network(64_501, "Other"));
    }

    @Test
    void theNetworkThatWasKnownIsLookedForOnTheLists() {
        storage.tracks().add(track(1));
        networks.listing(NetworkKind.DATA_CENTER, 64_500);
        storage.openLog()
                .write(
                        batch(0, new Hit(id(1), NOON, ADDRESS, "x", null)),
                        judge(Verdict.BOT, new Description(VIENNA, OPERATOR, Client.UNKNOWN, 1)));

        judgeAgain().track(id(1));

        assertThat(seen)
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.networks()).containsExactly(NetworkKind.DATA_CENTER));
    }

    @Test
    void ofAClientWhatIsNotKnownNowStays() {
        storage.tracks().add(track(1));
        var kept = new Description(VIENNA, OPERATOR, new Client("Thunderbird", "Linux", DeviceClass.DESKTOP), 1);
        storage.openLog().write(batch(0, new Hit(id(1), NOON, ADDRESS, "x", null)), judge(Verdict.BOT, kept));
        client = new Client("Betterbird", null, null);

        judgeAgain().track(id(1));

        assertThat(only().description().client()).isEqualTo(new Client("Betterbird", "Linux", DeviceClass.DESKTOP));
    }

    @Test
    void whileTheStorageIsAwayNoOpenIsPassedOver() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1))), judge(Verdict.BOT));
        ownersAddresses = address -> {
            throw new StorageUnavailable("a fault of this test", new IllegalStateException());
        };
        JudgeAgain judgeAgain = judgeAgain();

        assertThatThrownBy(() -> judgeAgain.track(id(1))).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void newerRulesAreLeftToGoOn() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1))), UNJUDGED);
        storage.history().begin(Scope.ALL, 8);

        assertThat(judgeAgain().due()).isEmpty();
        assertThat(judgeAgain().unfinished()).isEmpty();
        assertThat(judgeAgain().goOn(judgeAgain().all()).state()).isEqualTo(State.REPLACED);
    }

    @Test
    void aDatabaseOfCountriesLeavesTheCity() {
        storage.tracks().add(track(1));
        storage.storage().takeOver(takenOver("192.0.2.1", "x", null));
        places = new InMemoryPlaces().with("192.0.2.0/24", new Place("AT", "Austria", null));

        judgeAgain().track(id(1));

        assertThat(only().description().place()).isEqualTo(VIENNA);
    }

    @Test
    void aReadingThatIsUnsureGivesWayToTheServiceBefore() {
        storage.tracks().add(track(1));
        storage.storage().takeOver(takenOver("unknown, 10.0.0.1", "x", false));
        confidence = Confidence.LOW;

        Difference difference = judgeAgain().track(id(1));

        assertThat(only().judgement())
                .isEqualTo(new Judgement(Verdict.UNDECIDED, Reason.FORMER_SERVICE, Confidence.LOW, "apple"));
        assertThat(difference.readsAfter()).isZero();
        assertThat(seen)
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.address()).isNull());

        confidence = Confidence.MEDIUM;
        judgeAgain().track(id(1));
        assertThat(only().isRead()).isTrue();
    }

    @Test
    void aRuleThatFailsAtAnOpenLeavesItAndJudgesTheOthers() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, new Hit(id(1), NOON, null, "fault", null), hit(track(1))), judge(Verdict.BOT));

        Difference difference = judgeAgain().track(id(1));

        assertThat(difference.failed()).isEqualTo(1);
        assertThat(difference.opens()).isEqualTo(2);
        assertThat(storage.totals().current().verdicts().of(Verdict.HUMAN)).isEqualTo(1);
        assertThat(storage.totals().current().verdicts().of(Verdict.BOT)).isEqualTo(1);
    }

    @Test
    void nothingIsDueWhereAllWasJudgedAndNoRunWasInterrupted() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1))), judge(Verdict.BOT));
        assertThat(judgeAgain().due()).isEmpty();

        storage.openLog().write(batch(1, hit(track(1))), UNJUDGED);
        assertThat(judgeAgain().due()).get().satisfies(run -> {
            assertThat(run.scope()).isEqualTo(Scope.NEVER_JUDGED);
            assertThat(run.ruleBook()).isEqualTo(7);
        });

        var run = judgeAgain().all();
        assertThat(run.resumed()).isFalse();
        assertThat(judgeAgain().due()).get().satisfies(due -> {
            assertThat(due.scope()).isEqualTo(Scope.ALL);
            assertThat(due.resumed()).isTrue();
        });
        assertThat(judgeAgain().goOn(run).state()).isEqualTo(State.MORE);
        assertThat(judgeAgain().goOn(run).state()).isEqualTo(State.FINISHED);
        assertThat(judgeAgain().outcome().opens()).isEqualTo(2);
        assertThat(judgeAgain().due()).isEmpty();
    }

    @Test
    void triedSaysNowAndThenHowFarItIs() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
        storage.openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.BOT));
        var told = new ArrayList<Long>();

        Difference difference = judgeAgain().tried(soFar -> told.add(soFar.opens()));

        assertThat(told).containsExactly(1L, 2L, 2L);
        assertThat(difference.others()).isEqualTo(2);
        assertThat(storage.totals().current().verdicts().of(Verdict.BOT)).isEqualTo(2);
        assertThat(judgeAgain().fetchedFrom(IpAddress.parse("2001:db8::17").orElseThrow(), 1))
                .isEqualTo(new Fetched(List.of(id(2)), false));
    }

    private static Open takenOver(String address, String userAgent, Boolean real) {
        return Open.takenOver(1, id(1), NOON, address, userAgent, null, "Austria", "Vienna", "apple", real);
    }
}
