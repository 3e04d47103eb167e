package com.tachyonfuture.mailtrack.application.self;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Done;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.NoSuchOpen;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Refused;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Standing;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class KeepOwnAddressesTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final InMemoryNetworks networks = new InMemoryNetworks();
    private final AddressesOfMany ofMany =
            new AddressesOfMany(networks, new TrustedProxies(List.of(Cidr.parse("10.0.0.0/8"))));
    private final OwnersNetworks owners =
            new OwnersNetworks(List.of(Cidr.parse("203.0.113.0/24")), storage.ownAddresses(), ofMany);
    private final Judging judging =
            new Judging(address -> Place.UNKNOWN, networks, userAgent -> Client.UNKNOWN, owners, RuleBook.inForce());
    private final JudgeAgain judgeAgain = new JudgeAgain(storage.history(), judging);
    private final KeepOwnAddresses keep = new KeepOwnAddresses(
            storage.opens(), storage.ownAddresses(), owners, ofMany, judgeAgain, () -> NOON.plusNanos(1));

    private int hits;

    @BeforeEach
    void aTrack() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
    }

    @Test
    void theAddressOfAnOpenBecomesTheOwnersAtOnceAndIsJudgedAgain() {
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);

        assertThat(keep.of(open)).isEqualTo(Standing.OTHERS);
        assertThat(keep.learn(id(1), open.id())).isEqualTo(new Done(Cidr.parse("192.0.2.17"), true));

        assertThat(owners).accepts(address("192.0.2.17")).rejects(address("192.0.2.18"));
        assertThat(keep.of(open)).isEqualTo(Standing.LEARNED);
        assertThat(keep.learned()).containsExactly(new OwnAddress(Cidr.parse("192.0.2.17"), open.id(), NOON));
        assertThat(verdictsOf(1)).containsExactly(Verdict.SELF);
        assertThat(storage.tracks().find(id(1)).orElseThrow().activity().reads())
                .isZero();
    }

    @Test
    void ofIpv6TheNetworkOfTheHouseIsLearned() {
        Open open = opened("2001:db8:0:17:1234::1", Verdict.HUMAN, Reason.THUNDERBIRD);

        assertThat(keep.learn(id(1), open.id()))
                .as("the rest is judged later")
                .isEqualTo(new Done(Cidr.parse("2001:db8:0:17::/64"), false));

        assertThat(owners).accepts(address("2001:db8:0:17:ffff::2")).rejects(address("2001:db8:0:18::1"));
    }

    @Test
    void whatWasLearnedIsForgottenAndJudgedAgain() {
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        keep.learn(id(1), open.id());

        assertThat(keep.forget(id(1), open.id())).isEqualTo(new Done(Cidr.parse("192.0.2.17"), true));

        assertThat(owners).rejects(address("192.0.2.17"));
        assertThat(keep.learned()).isEmpty();
        assertThat(verdictsOf(1)).containsExactly(Verdict.HUMAN);
        assertThat(storage.tracks().find(id(1)).orElseThrow().activity().reads())
                .isEqualTo(1);
        assertThat(keep.forget(id(1), open.id())).as("once more").isInstanceOf(Done.class);
    }

    @Test
    void whatTheAddressFetchedOfOtherTracksIsJudgedAgainToo() {
        opened(2, "192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        opened(2, "192.0.2.18", Verdict.HUMAN, Reason.THUNDERBIRD);
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);

        keep.learn(id(1), open.id());

        assertThat(verdictsOf(2)).containsExactly(Verdict.HUMAN, Verdict.SELF);
        assertThat(storage.history().unfinished()).isEmpty();
    }

    @Test
    void whatIsTooMuchToWaitForIsJudgedAgainLater() {
        for (int i = 3; i < 3 + KeepOwnAddresses.AT_ONCE; i++) {
            storage.tracks().add(track(i));
            opened(i, "192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        }
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);

        assertThat(keep.learn(id(1), open.id())).isEqualTo(new Done(Cidr.parse("192.0.2.17"), false));

        assertThat(verdictsOf(1)).containsExactly(Verdict.SELF);
        assertThat(storage.history().unfinished()).contains(Scope.ALL);
    }

    /** What a run has gone past already, it judged when the address was not the owner's. */
    @Test
    void aRunThatIsUnderWayBeginsAnew() {
        for (int i = 2; i < 3 + KeepOwnAddresses.AT_ONCE; i++) {
            storage.tracks().delete(id(i));
            storage.tracks().add(track(i));
            opened(i, "192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        }
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        var underWay = judgeAgain.all();
        for (int steps = 0; steps < 5; steps++) {
            judgeAgain.goOn(underWay);
        }

        keep.learn(id(1), open.id());
        while (judgeAgain.goOn(underWay).state() != State.FINISHED) {
            assertThat(storage.history().unfinished()).isPresent();
        }

        for (int i = 1; i < 3 + KeepOwnAddresses.AT_ONCE; i++) {
            assertThat(verdictsOf(i)).containsExactly(Verdict.SELF);
        }
    }

    @Test
    void aRunGoesOnByWhatAnotherInstanceHasLearned() {
        assertThat(owners).rejects(address("192.0.2.17"));
        opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        var run = judgeAgain.all();
        storage.ownAddresses().add(new OwnAddress(Cidr.parse("192.0.2.17"), null, NOON), 10);

        judgeAgain.goOn(run);

        assertThat(verdictsOf(1)).containsExactly(Verdict.SELF);
    }

    @Test
    void aNetworkIsForgottenWithoutItsOpen() {
        opened(2, "192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
        keep.learn(id(1), open.id());
        storage.tracks().delete(id(1));

        keep.forget(Cidr.parse("192.0.2.17"));

        assertThat(keep.learned()).isEmpty();
        assertThat(verdictsOf(2)).containsExactly(Verdict.HUMAN);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE_PROXY, GMAIL_DISPLAY",
        "PREFETCH, APPLE_PREFETCH",
        "SCANNER, NAMED_SCANNER",
        "BOT, CRAWLER",
        "UNDECIDED, PRIVACY_PROXY",
        "UNDECIDED, CLAIMED_PROXY",
        "UNDECIDED, MICROSOFT_NETWORK",
        "UNDECIDED, BEHIND_SECURITY_SERVICE"
    })
    void anAddressThatServesManyIsNotLearned(Verdict verdict, Reason reason) {
        Open open = opened("192.0.2.17", verdict, reason);

        assertThat(keep.of(open)).isEqualTo(Standing.OF_MANY);
        assertThat(refusal(open)).isEqualTo("address_of_many");
        assertThat(keep.learned()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DATA_CENTER")
    void norIsOneOnTheListOfAServiceHoweverItWasJudged(NetworkKind kind) {
        networks.listing(kind, "192.0.2.0/24");
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.BROWSER);

        assertThat(refusal(open)).isEqualTo("address_of_many");
    }

    @Test
    void norIsThatOfAProxyBehindWhichEverybodyMayBe() {
        Open open = opened("10.0.0.1", Verdict.HUMAN, Reason.BROWSER);

        assertThat(keep.of(open)).isEqualTo(Standing.OF_PROXY);
        assertThat(refusal(open)).isEqualTo("address_of_proxy");
        assertThat(keep.learned()).isEmpty();
    }

    @Test
    void whatTurnsOutToBeOfManyIsNotTakenForTheOwnersAnyMore() {
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.BROWSER);
        keep.learn(id(1), open.id());

        networks.listing(NetworkKind.APPLE_RELAY, "192.0.2.0/24");

        assertThat(owners).rejects(address("192.0.2.17"));
        assertThat(keep.of(open)).isEqualTo(Standing.OF_MANY);
        assertThat(keep.forget(id(1), open.id())).isInstanceOf(Done.class);
        assertThat(keep.learned()).isEmpty();
    }

    @Test
    void theOwnersOwnVpnMayBeInADataCenter() {
        networks.listing(NetworkKind.DATA_CENTER, "192.0.2.0/24");

        assertThat(keep.of(opened("192.0.2.17", Verdict.UNDECIDED, Reason.RENTED_SERVER)))
                .isEqualTo(Standing.OTHERS);
    }

    @Test
    void whatTheOperatorListedIsTheOwnersAndStaysSo() {
        Open open = opened("203.0.113.9", Verdict.SELF, Reason.OWNERS_ADDRESS);

        assertThat(keep.of(open)).isEqualTo(Standing.LISTED);
        assertThat(keep.learn(id(1), open.id())).isInstanceOf(Done.class);
        assertThat(keep.learned()).isEmpty();
        assertThat(keep.forget(id(1), open.id()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("address_in_settings"));
        assertThat(owners).accepts(address("203.0.113.9"));
    }

    @Test
    void withoutAnAddressThereIsNothingToLearn() {
        Open open = opened(null, Verdict.HUMAN, Reason.BROWSER);

        assertThat(keep.of(open)).isEqualTo(Standing.NONE);
        assertThat(refusal(open)).isEqualTo("no_address");
    }

    @Test
    void anOpenOfAnotherTrackIsNone() {
        Open open = opened("192.0.2.17", Verdict.HUMAN, Reason.BROWSER);

        for (long other : new long[] {open.id() + 1, open.id() - 1, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(keep.learn(id(1), other)).isInstanceOf(NoSuchOpen.class);
            assertThat(keep.forget(id(1), other)).isInstanceOf(NoSuchOpen.class);
        }
        assertThat(keep.learn(id(2), open.id())).isInstanceOf(NoSuchOpen.class);
        assertThat(keep.learned()).isEmpty();
    }

    @Test
    void thereAreNoMoreThanAnOwnerNeeds() {
        for (int i = 0; i < KeepOwnAddresses.MOST; i++) {
            storage.ownAddresses().add(new OwnAddress(Cidr.parse("10.0.0." + i), null, NOON), KeepOwnAddresses.MOST);
        }

        assertThat(refusal(opened("192.0.2.17", Verdict.HUMAN, Reason.BROWSER))).isEqualTo("too_many_addresses");
    }

    @Test
    void whatAnotherInstanceLearnedIsKnownAfterTheNextReading() {
        assertThat(owners).rejects(address("192.0.2.17"));
        storage.ownAddresses().add(new OwnAddress(Cidr.parse("192.0.2.0/24"), null, NOON), 10);
        assertThat(owners).rejects(address("192.0.2.17"));

        owners.refresh();

        assertThat(owners).accepts(address("192.0.2.17"));
    }

    @Test
    void whileTheStorageIsAwayNothingIsForgotten() {
        storage.ownAddresses().add(new OwnAddress(Cidr.parse("192.0.2.17"), null, NOON), 10);
        assertThat(owners).accepts(address("192.0.2.17"));
        storage.storage().goDown();

        owners.refresh();

        assertThat(owners).accepts(address("192.0.2.17"));
    }

    @Test
    void nobodyIsTakenForAStrangerBeforeTheFirstReading() {
        storage.storage().goDown();

        assertThatThrownBy(() -> owners.test(address("192.0.2.17"))).isInstanceOf(StorageUnavailable.class);
    }

    private String refusal(Open open) {
        return keep.learn(id(1), open.id()) instanceof Refused refused
                ? refused.refusal().code()
                : "not refused";
    }

    private List<Verdict> verdictsOf(int track) {
        return storage.opens().of(id(track), Long.MAX_VALUE, 10).stream()
                .map(open -> Objects.requireNonNull(open.judgement()).verdict())
                .toList();
    }

    private Open opened(@Nullable String address, Verdict verdict, Reason reason) {
        return opened(1, address, verdict, reason);
    }

    private Open opened(int track, @Nullable String address, Verdict verdict, Reason reason) {
        var judgement = new Judgement(verdict, reason, Confidence.HIGH, null);
        Judge judge = (hit, origin) -> new JudgedHit(hit, Description.NONE, new Judged(judgement, 1, hits));
        IpAddress ip = address == null ? null : address(address);
        var hit = new Hit(id(track), NOON, ip, "Thunderbird/128.3.1", null);
        storage.openLog().write(batch(hits++, hit), judge);
        return storage.opens().of(id(track), Long.MAX_VALUE, 1).get(0);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
