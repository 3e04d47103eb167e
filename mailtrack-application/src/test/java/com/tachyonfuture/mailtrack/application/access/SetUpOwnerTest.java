package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.access.Owner.PASSWORD;
import static com.tachyonfuture.mailtrack.application.access.Owner.request;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SetUpOwnerTest {

    private final Owner owner = new Owner();
    private final OwnerPassword stored = owner.storage.ownerPassword();
    private final SetUpOwner setUpOwner = setUpOwner(stored);

    private SetUpOwner setUpOwner(OwnerPassword password) {
        return new SetUpOwner(password, owner.hashes, owner.storage.signInFailures(), owner::newSecret, owner.clock);
    }

    @Test
    void aPasswordIsMadeAtTheFirstStartAndNotAgain() {
        assertThat(setUpOwner.withoutPassword()).contains("secret-1");
        assertThat(setUpOwner(stored).withoutPassword()).isEmpty();

        assertThat(outcome("secret-1")).isEqualTo(CheckOwner.Outcome.OWNER);
    }

    @Test
    void aPasswordThatWasStoredWithoutAnAnswerIsStillTold() {
        var unsure = setUpOwner(new AnswerLost(stored));

        assertThatThrownBy(unsure::withoutPassword).isInstanceOf(StorageUnavailable.class);

        assertThat(unsure.withoutPassword()).contains("secret-1");
        assertThat(outcome("secret-1")).isEqualTo(CheckOwner.Outcome.OWNER);
    }

    /** Stores the first password, and then seems to have failed. */
    private static final class AnswerLost implements OwnerPassword {

        private final OwnerPassword password;
        private boolean lost;

        AnswerLost(OwnerPassword password) {
            this.password = password;
        }

        @Override
        public Optional<PasswordHash> find() {
            return password.find();
        }

        @Override
        public boolean setFirst(PasswordHash first, Instant now) {
            boolean stored = password.setFirst(first, now);
            if (!lost) {
                lost = true;
                throw new StorageUnavailable("the answer was lost", null);
            }
            return stored;
        }

        @Override
        public void replace(PasswordHash other, Instant now, @Nullable SecretHash kept) {
            password.replace(other, now, kept);
        }
    }

    @Test
    void ofTwoInstancesThatStartAtOnceOneMakesThePassword() {
        setUpOwner.withoutPassword();

        assertThat(setUpOwner(new NotSeenYet(stored)).withoutPassword()).isEmpty();
        assertThat(outcome("secret-1")).isEqualTo(CheckOwner.Outcome.OWNER);
    }

    /** Looks empty, as it does to an instance that asked a moment before another one stored its password. */
    private static final class NotSeenYet implements OwnerPassword {

        private final OwnerPassword password;

        NotSeenYet(OwnerPassword password) {
            this.password = password;
        }

        @Override
        public Optional<PasswordHash> find() {
            return Optional.empty();
        }

        @Override
        public boolean setFirst(PasswordHash first, Instant now) {
            return password.setFirst(first, now);
        }

        @Override
        public void replace(PasswordHash other, Instant now, @Nullable SecretHash kept) {
            password.replace(other, now, kept);
        }
    }

    @Test
    void thePasswordOfTheSettingsCounts() {
        setUpOwner.withPassword(PASSWORD);

        assertThat(outcome(PASSWORD)).isEqualTo(CheckOwner.Outcome.OWNER);
    }

    @Test
    void anotherPasswordInTheSettingsReplacesTheOneBefore() {
        setUpOwner.withPassword(PASSWORD);
        signIn();

        setUpOwner.withPassword("another password");

        assertThat(outcome("another password")).isEqualTo(CheckOwner.Outcome.OWNER);
        assertThat(outcome(PASSWORD)).isEqualTo(CheckOwner.Outcome.STRANGER);
        assertThat(owner.storage.sessions().count(NOON, NOON)).isZero();
    }

    @Test
    void theSamePasswordInTheSettingsChangesNothing() {
        setUpOwner.withPassword(PASSWORD);
        Optional<PasswordHash> before = stored.find();
        signIn();

        setUpOwner.withPassword(PASSWORD);

        assertThat(stored.find()).isEqualTo(before);
        assertThat(owner.storage.sessions().count(NOON, NOON)).isEqualTo(1);
    }

    @Test
    void aForgottenPasswordIsMadeAnew() {
        setUpOwner.withPassword(PASSWORD);
        signIn();

        assertThat(setUpOwner.anew()).isEqualTo("secret-1");

        assertThat(outcome("secret-1")).isEqualTo(CheckOwner.Outcome.OWNER);
        assertThat(outcome(PASSWORD)).isEqualTo(CheckOwner.Outcome.STRANGER);
        assertThat(owner.storage.sessions().count(NOON, NOON)).isZero();
    }

    @Test
    void whoeverForgotThePasswordNeedNotWaitAfterwards() {
        setUpOwner.withPassword(PASSWORD);
        owner.failFromEverywhere(10);
        assertThat(outcome(PASSWORD)).isEqualTo(CheckOwner.Outcome.TOO_SOON);

        String made = setUpOwner.anew();

        assertThat(outcome(made)).isEqualTo(CheckOwner.Outcome.OWNER);
    }

    @Test
    void withoutStorageNothingIsSetUp() {
        owner.storage.storage().goDown();

        assertThatThrownBy(() -> setUpOwner.withPassword(PASSWORD)).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(setUpOwner::withoutPassword).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(setUpOwner::anew).isInstanceOf(StorageUnavailable.class);
    }

    private void signIn() {
        owner.storage.sessions().add(new Session(SecretHash.of("token"), NOON, NOON));
    }

    private CheckOwner.Outcome outcome(String password) {
        return owner.checkOwner.by(request(password)).outcome();
    }
}
