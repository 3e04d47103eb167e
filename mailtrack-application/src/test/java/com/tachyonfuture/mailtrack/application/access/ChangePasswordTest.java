package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.access.Owner.PASSWORD;
import static com.tachyonfuture.mailtrack.application.access.Owner.request;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.ChangePassword.Changed;
import com.tachyonfuture.mailtrack.application.access.ChangePassword.Refused;
import com.tachyonfuture.mailtrack.application.access.ChangePassword.Request;
import com.tachyonfuture.mailtrack.application.access.ChangePassword.TooSoon;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {

    private static final String CHOSEN = "staple staple";
    private static final SecretHash SESSION = SecretHash.of("session");
    private static final SecretHash OTHER = SecretHash.of("other");

    private final Owner owner = Owner.withPassword();
    private final ChangePassword changePassword =
            new ChangePassword(owner.checkOwner, owner.storage.ownerPassword(), owner.hashes, owner.clock);

    @Test
    void theOwnerSignsInWithTheNewPasswordFromThenOn() {
        assertThat(changePassword.with(change(PASSWORD, CHOSEN, CHOSEN))).isEqualTo(new Changed());

        assertThat(owner.checkOwner.by(request(CHOSEN)).outcome()).isEqualTo(CheckOwner.Outcome.OWNER);
        assertThat(owner.checkOwner.by(request(PASSWORD)).outcome()).isEqualTo(CheckOwner.Outcome.STRANGER);
    }

    @Test
    void allBrowsersButThisOneAreSignedOut() {
        signInTwice();

        changePassword.with(change(PASSWORD, CHOSEN, CHOSEN));

        assertThat(owner.storage.sessions().find(SESSION)).isPresent();
        assertThat(owner.storage.sessions().find(OTHER)).isEmpty();
    }

    @Test
    void whoeverChangesItWithoutASessionSignsAllBrowsersOut() {
        signInTwice();

        changePassword.with(change(PASSWORD, CHOSEN, CHOSEN, null));

        assertThat(owner.storage.sessions().count(NOON, NOON)).isZero();
    }

    @Test
    void aWrongCurrentPasswordChangesNothing() {
        signInTwice();

        assertThat(changePassword.with(change("wrong", CHOSEN, CHOSEN)))
                .isEqualTo(new Refused(List.of(new Violation("current", "is not the password"))));

        assertThat(owner.checkOwner.by(request(PASSWORD)).outcome()).isEqualTo(CheckOwner.Outcome.OWNER);
        assertThat(owner.storage.sessions().count(NOON, NOON)).isEqualTo(2);
    }

    @Test
    void guessingTheCurrentPasswordIsSlowedToo() {
        for (int i = 0; i < 10; i++) {
            changePassword.with(change("wrong", CHOSEN, CHOSEN));
        }

        assertThat(changePassword.with(change(PASSWORD, CHOSEN, CHOSEN))).isEqualTo(new TooSoon(NOON.plusSeconds(1)));
    }

    @Test
    void aNewPasswordHasTwelveToTwoHundredFiftySixCharacters() {
        assertThat(changePassword.with(change(PASSWORD, "🔑".repeat(11), "🔑".repeat(11))))
                .isEqualTo(new Refused(List.of(new Violation("chosen", "has fewer than 12 characters"))));
        assertThat(changePassword.with(change(PASSWORD, "🔑".repeat(257), "🔑".repeat(257))))
                .isEqualTo(new Refused(List.of(new Violation("chosen", "has more than 256 characters"))));

        assertThat(changePassword.with(change(PASSWORD, "🔑".repeat(12), "🔑".repeat(12))))
                .isEqualTo(new Changed());
        assertThat(changePassword.with(change("🔑".repeat(12), "🔑".repeat(256), "🔑".repeat(256))))
                .isEqualTo(new Changed());
    }

    @Test
    void aSlipOfTheFingersIsFoundBeforeThePasswordIsLookedAt() {
        assertThat(changePassword.with(change(PASSWORD, "short", "shorts")))
                .isEqualTo(new Refused(List.of(
                        new Violation("chosen", "has fewer than 12 characters"),
                        new Violation("repeated", "differs from the new password"))));

        assertThat(owner.hashes.checks()).isZero();
    }

    @Test
    void aRequestDoesNotShowThePasswords() {
        assertThat(change(PASSWORD, CHOSEN, CHOSEN)).hasToString("Request[address=192.0.2.1]");
    }

    private void signInTwice() {
        owner.storage.sessions().add(new Session(SESSION, NOON, NOON));
        owner.storage.sessions().add(new Session(OTHER, NOON, NOON));
    }

    private static Request change(String current, String chosen, String repeated) {
        return change(current, chosen, repeated, SESSION);
    }

    private static Request change(String current, String chosen, String repeated, @Nullable SecretHash session) {
        return new Request(
                current, chosen, repeated, IpAddress.parse(Owner.ADDRESS).orElseThrow(), null, session);
    }
}
