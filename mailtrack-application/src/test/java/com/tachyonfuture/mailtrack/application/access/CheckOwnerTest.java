package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.access.Owner.ADDRESS;
import static com.tachyonfuture.mailtrack.application.access.Owner.NAME;
import static com.tachyonfuture.mailtrack.application.access.Owner.PASSWORD;
import static com.tachyonfuture.mailtrack.application.access.Owner.request;
import static com.tachyonfuture.mailtrack.application.access.Owner.requestFrom;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.CheckOwner.Answer;
import com.tachyonfuture.mailtrack.application.access.CheckOwner.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckOwnerTest {

    private static final Answer IS_OWNER = new Answer(Outcome.OWNER, null);
    private static final Answer IS_STRANGER = new Answer(Outcome.STRANGER, null);

    private final Owner owner = Owner.withPassword();
    private final CheckOwner checkOwner = owner.checkOwner;

    @Test
    void theOwnerIsWhoeverHasNameAndPassword() {
        assertThat(checkOwner.ownerName()).isEqualTo(NAME);
        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);
    }

    @ParameterizedTest(name = "\"{0}\" with \"{1}\"")
    @CsvSource({
        "owner, wrong",
        "owner, ''",
        "owner, Correct horse battery",
        "Owner, correct horse battery",
        "stranger, correct horse battery",
        "'', correct horse battery",
        "'', ''",
    })
    void anybodyElseIsAStranger(String name, String password) {
        assertThat(checkOwner.by(request(name, password, ADDRESS, null))).isEqualTo(IS_STRANGER);
    }

    @Test
    void aWrongNameTakesAsLongAsAWrongPassword() {
        checkOwner.by(request("stranger", "wrong", ADDRESS, null));
        checkOwner.by(request("stranger", PASSWORD, ADDRESS, null));
        checkOwner.by(request("wrong"));

        assertThat(owner.hashes.checks()).isEqualTo(3);
    }

    @Test
    void whatIsTooLongToBeAPasswordIsNotHashed() {
        assertThat(checkOwner.by(request("x".repeat(1_025)))).isEqualTo(IS_STRANGER);
        assertThat(owner.hashes.checks()).isZero();

        assertThat(checkOwner.by(request("x".repeat(1_024)))).isEqualTo(IS_STRANGER);
        assertThat(owner.hashes.checks()).isEqualTo(1);
    }

    @Test
    void withoutAPasswordThereIsNoOwner() {
        var unfinished = new Owner();

        assertThat(unfinished.checkOwner.by(request(PASSWORD))).isEqualTo(IS_STRANGER);
        assertThat(unfinished.checkOwner.by(request(""))).isEqualTo(IS_STRANGER);
    }

    @Test
    void fromTheTenthFailureOnEachTryWaitsTwiceAsLongUpToAMinute() {
        fail(10);

        assertThat(waits(8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    /** Seconds between tries, each made as soon as it is allowed, from ever new addresses. */
    private List<Long> waits(int tries) {
        var waits = new ArrayList<Long>();
        for (int i = 0; i < tries; i++) {
            String address = "203.0.113." + i;
            Instant nextTryAt = Objects.requireNonNull(
                    checkOwner.by(requestFrom(address, "wrong")).nextTryAt());
            waits.add(Duration.between(owner.clock.instant(), nextTryAt).toSeconds());
            owner.clock.advanceTo(nextTryAt);
            assertThat(checkOwner.by(requestFrom(address, "wrong"))).isEqualTo(IS_STRANGER);
        }
        return waits;
    }

    @Test
    void anAddressWaitsUpToAQuarterOfAnHour() {
        for (int i = 0; i < 30; i++) {
            Answer answer = checkOwner.by(request(NAME, "wrong", ADDRESS, "browser " + i));
            Instant nextTryAt = answer.nextTryAt();
            if (nextTryAt != null) {
                owner.clock.advanceTo(nextTryAt);
                checkOwner.by(request(NAME, "wrong", ADDRESS, "browser " + i));
            }
        }

        assertThat(checkOwner.by(request(PASSWORD)).nextTryAt())
                .isEqualTo(owner.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(checkOwner.by(requestFrom("192.0.2.2", PASSWORD))).isEqualTo(IS_OWNER);
    }

    @Test
    void theRightPasswordIsNotLookedAtBeforeItsTime() {
        fail(10);
        int checks = owner.hashes.checks();

        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(new Answer(Outcome.TOO_SOON, NOON.plusSeconds(1)));
        assertThat(owner.hashes.checks()).isEqualTo(checks);

        owner.clock.advance(Duration.ofSeconds(1));
        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);
    }

    @Test
    void whoeverSignsInMayFailAgain() {
        fail(9);
        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);

        fail(10);
        assertThat(checkOwner.by(request("wrong")).outcome()).isEqualTo(Outcome.TOO_SOON);
    }

    @Test
    void failuresAreForgottenAfterADayWithoutAny() {
        fail(10);
        owner.clock.advance(Duration.ofHours(24).plusNanos(1));

        fail(10);
        assertThat(checkOwner.by(request("wrong")).outcome()).isEqualTo(Outcome.TOO_SOON);
    }

    @Test
    void strangersCannotKeepTheOwnersBrowserOut() {
        owner.failFromEverywhere(10);

        assertThat(checkOwner.by(request(PASSWORD)).outcome()).isEqualTo(Outcome.TOO_SOON);
        assertThat(checkOwner.by(request(NAME, PASSWORD, ADDRESS, "browser 1"))).isEqualTo(IS_OWNER);
    }

    @Test
    void aKnownBrowserIsSlowedForItsOwnFailures() {
        for (int i = 0; i < 10; i++) {
            String address = "203.0.113." + i;
            assertThat(checkOwner.by(request(NAME, "wrong", address, "browser 1")))
                    .isEqualTo(IS_STRANGER);
        }

        assertThat(checkOwner.by(request(NAME, PASSWORD, ADDRESS, "browser 1")).outcome())
                .isEqualTo(Outcome.TOO_SOON);
        assertThat(checkOwner.by(request(NAME, PASSWORD, ADDRESS, "browser 2"))).isEqualTo(IS_OWNER);
    }

    @Test
    void allAddressesOfANetworkCountAsOne() {
        for (int i = 0; i < 10; i++) {
            checkOwner.by(request(NAME, "wrong", "2001:db8:0:1::" + i, "browser " + i));
        }

        assertThat(checkOwner
                        .by(request(NAME, PASSWORD, "2001:db8:0:1:ffff::", "browser 99"))
                        .outcome())
                .isEqualTo(Outcome.TOO_SOON);
        assertThat(checkOwner.by(request(NAME, PASSWORD, "2001:db8:0:2::", "browser 99")))
                .isEqualTo(IS_OWNER);
    }

    @Test
    void whatWasRightAMomentAgoIsNotHashedAgain() {
        checkOwner.by(request(PASSWORD));
        int checks = owner.hashes.checks();

        for (int i = 0; i < 100; i++) {
            assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);
        }

        assertThat(owner.hashes.checks()).isEqualTo(checks);
    }

    @Test
    void whatWasRightStaysSoThoughStrangersFail() {
        checkOwner.by(request(PASSWORD));
        owner.failFromEverywhere(11);

        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);
    }

    @Test
    void whatWasRightHasToWaitWhereGuessesFail() {
        checkOwner.by(request(PASSWORD));
        fail(10);

        assertThat(checkOwner.by(request(PASSWORD)).outcome()).isEqualTo(Outcome.TOO_SOON);
    }

    @Test
    void nobodyLearnsFromManyGuessesBesideTheOwner() {
        checkOwner.by(request(PASSWORD));
        owner.failFromEverywhere(10);

        assertThat(checkOwner.by(request("a guess"))).isEqualTo(new Answer(Outcome.TOO_SOON, NOON.plusSeconds(1)));
        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(new Answer(Outcome.TOO_SOON, NOON.plusSeconds(1)));
    }

    @Test
    void severalNetworksAreRememberedAndTheirNumberIsBounded() {
        for (int i = 0; i < 16; i++) {
            checkOwner.by(requestFrom("203.0.113." + i, PASSWORD));
        }
        int checks = owner.hashes.checks();
        checkOwner.by(requestFrom("203.0.113.0", PASSWORD));
        checkOwner.by(requestFrom("203.0.113.15", PASSWORD));
        assertThat(owner.hashes.checks()).isEqualTo(checks);

        checkOwner.by(requestFrom("203.0.113.16", PASSWORD));
        checkOwner.by(requestFrom("203.0.113.0", PASSWORD));
        assertThat(owner.hashes.checks()).isEqualTo(checks + 2);
    }

    @Test
    void whatWasRightInOneNetworkIsAGuessInAnother() {
        checkOwner.by(request(PASSWORD));
        owner.failFromEverywhere(10);

        assertThat(checkOwner.by(requestFrom("203.0.113.9", PASSWORD)).outcome())
                .isEqualTo(Outcome.TOO_SOON);
    }

    @Test
    void onlyTheSameNameAndPasswordAreRemembered() {
        checkOwner.by(request(PASSWORD));

        assertThat(checkOwner.by(request("wrong"))).isEqualTo(IS_STRANGER);
        assertThat(checkOwner.by(request("owne", "r" + PASSWORD, ADDRESS, null)))
                .isEqualTo(IS_STRANGER);
        assertThat(checkOwner.by(request("stranger", PASSWORD, ADDRESS, null))).isEqualTo(IS_STRANGER);
    }

    @Test
    void whatWasRightIsWrongOnceThePasswordIsAnother() {
        checkOwner.by(request(PASSWORD));
        owner.storage.ownerPassword().replace(owner.hashes.hash("another password"), NOON, null);

        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_STRANGER);
        assertThat(checkOwner.by(request("another password"))).isEqualTo(IS_OWNER);
    }

    @Test
    void withoutStorageNobodyIsToldApart() {
        checkOwner.by(request(PASSWORD));
        owner.storage.storage().goDown();

        assertThatThrownBy(() -> checkOwner.by(request(PASSWORD))).isInstanceOf(StorageUnavailable.class);
        owner.storage.storage().comeBack();
        assertThat(checkOwner.by(request(PASSWORD))).isEqualTo(IS_OWNER);
    }

    @Test
    void aRequestDoesNotShowThePassword() {
        assertThat(request(PASSWORD)).hasToString("Request[address=192.0.2.1]");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(checkOwner.by(request("wrong"))).isEqualTo(IS_STRANGER);
        }
    }
}
