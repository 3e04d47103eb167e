package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reviewer;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Difference.Change;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.classify.port.History.Fetched;
import com.tachyonfuture.mailtrack.application.classify.port.History.Run;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.Stage;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.application.classify.port.History.Walk;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@code History} does. */
public interface HistoryContract extends StorageFixture {

    @Test
    default void opensAreJudgedAgainWithTheirCounters() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(2), NOON.plusSeconds(1))), UNJUDGED);

        Difference difference = all(reviewer(Verdict.SCANNER, 4));

        assertThat(difference)
                .isEqualTo(new Difference(
                        Map.of(
                                new Change(Verdict.HUMAN, Verdict.SCANNER, Reason.NO_EVIDENCE), 2L,
                                new Change(null, Verdict.SCANNER, Reason.NO_EVIDENCE), 1L),
                        3,
                        0,
                        1,
                        0,
                        0));
        assertThat(history().outcome()).isEqualTo(difference);
        assertThat(tracks().find(id(2)).orElseThrow().verdicts())
                .isEqualTo(new VerdictCounts(Map.of(Verdict.SCANNER, 2L)));
        assertThat(tracks().find(id(2)).orElseThrow().activity().reads()).isZero();
        assertThat(totals().current().reads()).isZero();
        assertThat(totals().current().verdicts()).isEqualTo(new VerdictCounts(Map.of(Verdict.SCANNER, 3L)));
        assertThat(opens().readsSince(NOON, 10)).isEmpty();
    }

    @Test
    default void whatIsFoundOutNowIsKeptWithTheOpen() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), UNJUDGED);
        var found = new Description(
                new Place("AT", "Austria", "Vienna"),
                new Network(64_500, "Example"),
                new Client("Thunderbird", "Linux", null),
                1);

        all(reviewer(Verdict.HUMAN, 4, found));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(open -> assertThat(open.description()).isEqualTo(found));
    }

    @Test
    default void aReviewerIsToldWhatIsKnownOfTheOpenAndOfItsTrack() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.HUMAN));
        var told = new ArrayList<Open>();
        var origins = new ArrayList<Origin>();

        all((open, origin) -> {
            told.add(open);
            origins.add(origin);
            return Optional.empty();
        });

        assertThat(told).isEqualTo(opens().of(id(1), Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(origins).containsExactly(new Origin(track(1).createdAt(), null));
    }

    @Test
    default void whatCannotBeJudgedStaysAsItWas() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1)), hit(track(1), NOON.plusSeconds(1))), judge(Verdict.HUMAN));
        List<Open> before = opens().of(id(1), Long.MAX_VALUE, 10);

        Difference difference = all((open, origin) -> Optional.empty());

        assertThat(difference).isEqualTo(new Difference(Map.of(), 0, 0, 0, 0, 2));
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEqualTo(before);
    }

    @Test
    default void repeatsAreMarkedAsRecordingMarksThem() {
        tracks().add(track(1));
        Instant late = NOON.plus(REPEAT_WINDOW);
        openLog()
                .write(
                        batch(0, hit(track(1)), hit(track(1), late), hit(track(1), late.plusSeconds(1))),
                        judge(Verdict.HUMAN));
        List<Open> before = opens().of(id(1), Long.MAX_VALUE, 10);
        assertThat(before).extracting(Open::repeat).containsExactly(false, true, false);

        Difference difference = all(reviewer(Verdict.HUMAN, 4));

        assertThat(difference.newRepeats() + difference.endedRepeats()).isZero();
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::repeat)
                .containsExactly(false, true, false);
    }

    @Test
    default void whoeverReadsAgainAfterTheirFirstReadWasJudgedAgainIsARepeat() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.PREFETCH));

        all(reviewer(Verdict.HUMAN, 4));
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(9))), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(10))), judge(Verdict.PREFETCH));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::repeat)
                .containsExactly(false, true, false);
    }

    @Test
    default void aTrialChangesNothing() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        List<Open> before = opens().of(id(1), Long.MAX_VALUE, 10);
        var counts = totals().current();

        Difference difference = toTheEnd(history().trial(), reviewer(Verdict.BOT, 4));

        assertThat(difference.others()).isEqualTo(2);
        assertThat(difference.readsBefore()).isEqualTo(2);
        assertThat(difference.readsAfter()).isZero();
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEqualTo(before);
        assertThat(totals().current()).isEqualTo(counts);
        assertThat(history().unfinished()).isEmpty();
    }

    @Test
    default void aRunGoesOnWhereItWasInterrupted() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        Run interrupted = history().begin(Scope.ALL, 4);
        assertThat(interrupted.resumed()).isFalse();
        Difference first = interrupted.walk().next(reviewer(Verdict.BOT, 4)).difference();
        assertThat(history().unfinished()).contains(Scope.ALL);

        Run resumed = history().begin(Scope.ALL, 4);
        Difference rest = toTheEnd(resumed.walk(), reviewer(Verdict.BOT, 4));

        assertThat(resumed.resumed()).isTrue();
        assertThat(history().outcome()).isEqualTo(first.plus(rest));
        assertThat(history().outcome().opens()).isEqualTo(2);
        assertThat(history().unfinished()).isEmpty();
        assertThat(totals().current().verdicts().of(Verdict.BOT)).isEqualTo(2);
    }

    @Test
    default void otherRulesBeginAgainAndEndTheRunBefore() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.HUMAN));
        Run old = history().begin(Scope.ALL, 4);

        Run other = history().begin(Scope.ALL, 5);

        assertThat(other.resumed()).isFalse();
        assertThat(old.walk().next(reviewer(Verdict.BOT, 4)).state()).isEqualTo(State.REPLACED);
        assertThat(toTheEnd(other.walk(), reviewer(Verdict.SCANNER, 5)).opens()).isEqualTo(1);
        assertThat(totals().current().verdicts()).isEqualTo(new VerdictCounts(Map.of(Verdict.SCANNER, 1L)));
    }

    @Test
    default void aRunByNewerRulesIsNotReplaced() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.HUMAN));
        history().begin(Scope.ALL, 5);

        Run older = history().begin(Scope.ALL, 4);

        assertThat(older.ruleBook()).isEqualTo(5);
        assertThat(older.walk().next(reviewer(Verdict.BOT, 4)).state()).isEqualTo(State.REPLACED);
        assertThat(history().begin(Scope.ALL, 5).resumed()).isTrue();
        assertThat(history().beginAnew(4).ruleBook()).isEqualTo(5);
        toTheEnd(history().begin(Scope.ALL, 5).walk(), reviewer(Verdict.SCANNER, 5));
        assertThat(history().begin(Scope.ALL, 4).ruleBook())
                .as("those are done")
                .isEqualTo(4);
    }

    @Test
    default void aRunThatBeginsAnewTakesAllFromTheBeginning() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        Walk interrupted = history().begin(Scope.ALL, 4).walk();
        assertThat(interrupted.next(reviewer(Verdict.BOT, 4)).difference().opens())
                .isEqualTo(1);

        assertThat(history().beginAnew(4).resumed()).isFalse();

        assertThat(interrupted.next(reviewer(Verdict.BOT, 4)))
                .as("by what was known before")
                .isEqualTo(new Stage(State.MORE, Difference.NONE));
        assertThat(toTheEnd(interrupted, reviewer(Verdict.SELF, 4)).opens()).isEqualTo(2);
        assertThat(history().outcome().opens()).isEqualTo(2);
        assertThat(totals().current().verdicts()).isEqualTo(new VerdictCounts(Map.of(Verdict.SELF, 2L)));
    }

    @Test
    default void aWalkBeforeItsFirstStepNoticesThatTheRunBeganAnew() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.HUMAN));
        Walk waiting = history().begin(Scope.ALL, 4).walk();

        history().beginAnew(4);

        assertThat(waiting.next(reviewer(Verdict.BOT, 4))).isEqualTo(new Stage(State.MORE, Difference.NONE));
        assertThat(toTheEnd(waiting, reviewer(Verdict.SELF, 4)).opens()).isEqualTo(1);
    }

    @Test
    default void whoGoesOnWithTheSameRunSharesItsWork() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        Run one = history().begin(Scope.ALL, 4);
        Run other = history().begin(Scope.ALL, 4);

        Difference sum = one.walk().next(reviewer(Verdict.BOT, 4)).difference();
        sum = sum.plus(toTheEnd(other.walk(), reviewer(Verdict.BOT, 4)));

        assertThat(one.walk().next(reviewer(Verdict.BOT, 4)).state()).isEqualTo(State.FINISHED);
        assertThat(sum.opens()).isEqualTo(2);
    }

    @Test
    default void whatWasNeverJudgedIsJudgedWithoutTheTracksWhereAllIs() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(2), NOON.plusSeconds(1))), UNJUDGED);
        assertThat(history().neverJudged()).isEqualTo(1);

        Run run = history().begin(Scope.NEVER_JUDGED, 4);
        Difference difference = toTheEnd(run.walk(), reviewer(Verdict.BOT, 4));

        assertThat(difference.opens()).isEqualTo(2);
        assertThat(history().neverJudged()).isZero();
        assertThat(tracks().find(id(1)).orElseThrow().verdicts().of(Verdict.HUMAN))
                .isEqualTo(1);
    }

    @Test
    default void aRunOverAllTakesWhatWasNeverJudgedToo() {
        tracks().add(track(1));
        history().begin(Scope.ALL, 4);
        assertThat(history().begin(Scope.NEVER_JUDGED, 4).scope()).isEqualTo(Scope.ALL);

        toTheEnd(history().begin(Scope.NEVER_JUDGED, 4).walk(), reviewer(Verdict.BOT, 4));
        history().begin(Scope.NEVER_JUDGED, 4);

        assertThat(history().begin(Scope.ALL, 4).resumed()).isFalse();
        assertThat(history().unfinished()).contains(Scope.ALL);
    }

    @Test
    default void oneTrackIsJudgedAgainAndNoOther() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.HUMAN));

        Difference difference = toTheEnd(history().through(id(2)), reviewer(Verdict.SELF, 4));

        assertThat(difference.opens()).isEqualTo(1);
        assertThat(totals().current().verdicts())
                .isEqualTo(new VerdictCounts(Map.of(Verdict.HUMAN, 1L, Verdict.SELF, 1L)));
        assertThat(tracks().find(id(2)).orElseThrow().activity().isRead()).isFalse();
        assertThat(toTheEnd(history().through(id(9)), reviewer(Verdict.SELF, 4)))
                .isEqualTo(Difference.NONE);
    }

    @Test
    default void tracksThatAnAddressFetchedAreFoundNewestFirst() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        IpAddress address = IpAddress.parse("2001:db8::17").orElseThrow();
        var elsewhere = new Hit(id(3), NOON, IpAddress.parse("192.0.2.1").orElseThrow(), null, null);
        openLog().write(batch(0, hit(track(1)), hit(track(2)), hit(track(1)), elsewhere), UNJUDGED);

        assertThat(history().fetchedFrom(address, 2)).isEqualTo(new Fetched(List.of(id(1), id(2)), true));
        assertThat(history().fetchedFrom(address, 1)).isEqualTo(new Fetched(List.of(id(1)), false));
        assertThat(history().fetchedFrom(IpAddress.parse("192.0.2.7").orElseThrow(), 10))
                .isEqualTo(new Fetched(List.of(), true));
    }

    private Difference all(Reviewer reviewer) {
        return toTheEnd(history().begin(Scope.ALL, 4).walk(), reviewer);
    }

    private static Difference toTheEnd(Walk walk, Reviewer reviewer) {
        Difference sum = Difference.NONE;
        for (int steps = 0; steps < 1_000; steps++) {
            var stage = walk.next(reviewer);
            sum = sum.plus(stage.difference());
            if (stage.state() == State.FINISHED) {
                return sum;
            }
        }
        throw new AssertionError("a walk that does not end");
    }
}
