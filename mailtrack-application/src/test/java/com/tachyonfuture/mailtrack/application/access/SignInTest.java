package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.access.Owner.PASSWORD;
import static com.tachyonfuture.mailtrack.application.access.Owner.request;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.SignIn.SignedIn;
import com.tachyonfuture.mailtrack.application.access.SignIn.Stranger;
import com.tachyonfuture.mailtrack.application.access.SignIn.TooSoon;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private final Owner owner = Owner.withPassword();
    private final SignIn signIn = new SignIn(
            owner.checkOwner,
            owner.storage.sessions(),
            owner.storage.signInFailures(),
            new SessionLimits(Duration.ofHours(1), Duration.ofHours(8)),
            owner::newSecret,
            owner.clock);

    @Test
    void theOwnerGetsATokenOfWhichOnlyTheHashIsKept() {
        assertThat(signIn.of(request(PASSWORD))).isEqualTo(new SignedIn("secret-1"));

        SecretHash token = SecretHash.of("secret-1");
        assertThat(owner.storage.sessions().find(token)).contains(new Session(token, NOON, NOON));
    }

    @Test
    void eachBrowserHasASessionOfItsOwn() {
        assertThat(signIn.of(request(PASSWORD))).isNotEqualTo(signIn.of(request(PASSWORD)));

        assertThat(owner.storage.sessions().count(NOON, NOON)).isEqualTo(2);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        owner.clock.advance(Duration.ofNanos(1_999));

        signIn.of(request(PASSWORD));

        assertThat(owner.storage.sessions().find(SecretHash.of("secret-1")))
                .get()
                .extracting(Session::startedAt)
                .isEqualTo(NOON.plusNanos(1_000));
    }

    @Test
    void aStrangerGetsNoSession() {
        assertThat(signIn.of(request("wrong"))).isEqualTo(new Stranger());

        assertThat(owner.storage.sessions().count(NOON, NOON)).isZero();
    }

    @Test
    void signingInForgetsTheFailuresBeforeEvenIfThePasswordIsRemembered() {
        signIn.of(request(PASSWORD));
        for (int i = 0; i < 9; i++) {
            signIn.of(request("wrong"));
        }

        signIn.of(request(PASSWORD));

        assertThat(signIn.of(request("wrong"))).isEqualTo(new Stranger());
        assertThat(signIn.of(request("wrong"))).isEqualTo(new Stranger());
    }

    @Test
    void aPasswordThatIsChangedDuringTheSignInIsWorthNothing() {
        var duringAChange = new SignIn(
                owner.checkOwner,
                owner.storage.sessions(),
                owner.storage.signInFailures(),
                new SessionLimits(Duration.ofHours(1), Duration.ofHours(8)),
                () -> {
                    owner.storage.ownerPassword().replace(owner.hashes.hash("another password"), NOON, null);
                    return owner.newSecret();
                },
                owner.clock);

        assertThat(duringAChange.of(request(PASSWORD))).isEqualTo(new Stranger());

        assertThat(owner.storage.sessions().count(NOON, NOON)).isZero();
    }

    @Test
    void whoeverTriesTooOftenIsToldWhenToTryAgain() {
        for (int i = 0; i < 10; i++) {
            signIn.of(request("wrong"));
        }

        assertThat(signIn.of(request(PASSWORD))).isEqualTo(new TooSoon(NOON.plusSeconds(1)));
    }

    @Test
    void whatIsOverIsForgottenWhenTheOwnerSignsIn() {
        signIn.of(request(PASSWORD));
        owner.failFromEverywhere(3);
        owner.clock.advance(Duration.ofHours(25));

        signIn.of(request(PASSWORD));

        assertThat(owner.storage.sessions().find(SecretHash.of("secret-1"))).isEmpty();
        assertThat(owner.storage.sessions().find(SecretHash.of("secret-2"))).isPresent();
    }

    @Test
    void withoutStorageNobodySignsIn() {
        owner.storage.storage().goDown();

        assertThatThrownBy(() -> signIn.of(request(PASSWORD))).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(signIn.of(request(PASSWORD))).hasToString("SignedIn[token=***]");
    }
}
