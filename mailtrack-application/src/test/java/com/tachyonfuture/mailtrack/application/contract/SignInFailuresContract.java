package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.port.SignInFailures.Slowed;
import com.tachyonfuture.mailtrack.domain.access.SignInPace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.access.port.SignInFailures} does. */
public interface SignInFailuresContract extends StorageFixture {

    Slowed ACCOUNT = new Slowed("account", new SignInPace(Duration.ofMinutes(1)));
    Slowed ADDRESS = new Slowed("address 192.0.2.1", new SignInPace(Duration.ofMinutes(15)));

    /** In nanoseconds, as clocks have them. */
    Instant NOW = NOON.plusNanos(789);

    @Test
    default void theFirstTriesNeedNotWait() {
        for (int i = 0; i < SignInPace.SLOWED_FROM; i++) {
            assertThat(signInFailures().count(List.of(ACCOUNT, ADDRESS), NOW)).isEmpty();
        }
    }

    @Test
    default void eachTryAfterThemWaitsTwiceAsLong() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOW);

        Instant first = signInFailures().count(List.of(ACCOUNT), NOW).orElseThrow();
        assertThat(first).isBetween(NOON.plusSeconds(1), NOW.plusSeconds(1));

        assertThat(signInFailures().count(List.of(ACCOUNT), first)).isEmpty();
        assertThat(signInFailures().count(List.of(ACCOUNT), first)).contains(first.plusSeconds(2));
    }

    @Test
    default void whatHasToWaitIsNotCounted() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOON);

        for (int i = 0; i < 20; i++) {
            assertThat(signInFailures().count(List.of(ACCOUNT, ADDRESS), NOON)).contains(NOON.plusSeconds(1));
        }

        assertThat(freeTries(ADDRESS)).isEqualTo(SignInPace.SLOWED_FROM);
        assertThat(signInFailures().count(List.of(ACCOUNT), NOON.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    default void toAskForTheWaitCountsNothing() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM - 1, NOON);
        for (int i = 0; i < 20; i++) {
            assertThat(signInFailures().nextTryAt(List.of(ACCOUNT, ADDRESS), NOON))
                    .isEmpty();
        }

        fail(ACCOUNT, 1, NOON);

        assertThat(signInFailures().nextTryAt(List.of(ADDRESS, ACCOUNT), NOON)).contains(NOON.plusSeconds(1));
        assertThat(signInFailures().nextTryAt(List.of(ADDRESS), NOON)).isEmpty();
        assertThat(signInFailures().nextTryAt(List.of(ACCOUNT), NOON.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    default void theLongestWaitOfAllCounts() {
        fail(ADDRESS, SignInPace.SLOWED_FROM, NOON);
        signInFailures().count(List.of(ADDRESS), NOON.plusSeconds(1));
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOON.plusSeconds(1));

        assertThat(signInFailures().count(List.of(ACCOUNT, ADDRESS), NOON.plusSeconds(1)))
                .contains(NOON.plusSeconds(3));
        assertThat(signInFailures().count(List.of(ADDRESS, ACCOUNT), NOON.plusSeconds(1)))
                .contains(NOON.plusSeconds(3));
    }

    @Test
    default void whatFailsIsToldApartByItsNameToTheLetter() {
        String long1 = "browser " + "ä".repeat(10_000) + "1";
        String long2 = "browser " + "ä".repeat(10_000) + "2";
        for (String name : List.of(long1, "a", "A", "a ", "ä", "")) {
            fail(new Slowed(name, ACCOUNT.pace()), SignInPace.SLOWED_FROM, NOON);
        }

        assertThat(signInFailures().count(List.of(new Slowed(long2, ACCOUNT.pace())), NOON))
                .isEmpty();
        assertThat(signInFailures().count(List.of(new Slowed(long1, ACCOUNT.pace())), NOON))
                .isPresent();
    }

    @Test
    default void whatIsForgottenStartsAnew() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOON);
        fail(ADDRESS, SignInPace.SLOWED_FROM, NOON);

        signInFailures().forget(List.of(ACCOUNT, new Slowed("unknown", ACCOUNT.pace())));

        assertThat(freeTries(ACCOUNT)).isEqualTo(SignInPace.SLOWED_FROM);
        assertThat(signInFailures().count(List.of(ADDRESS), NOON)).isPresent();
    }

    @Test
    default void failuresOfLongAgoDoNotCount() {
        fail(ACCOUNT, 3 * SignInPace.SLOWED_FROM, NOON);
        Instant tomorrow = NOON.plus(SignInPace.FORGOTTEN_AFTER).plusSeconds(1);

        for (int i = 0; i < SignInPace.SLOWED_FROM; i++) {
            assertThat(signInFailures().count(List.of(ACCOUNT), tomorrow)).isEmpty();
        }
        assertThat(signInFailures().count(List.of(ACCOUNT), tomorrow)).contains(tomorrow.plusSeconds(1));
    }

    @Test
    default void onlyFailuresBeforeATimeAreForgotten() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOON);
        fail(ADDRESS, SignInPace.SLOWED_FROM, NOON.plusNanos(1_000));

        signInFailures().forgetBefore(NOON.plusNanos(1));

        assertThat(freeTries(ACCOUNT)).isEqualTo(SignInPace.SLOWED_FROM);
        assertThat(signInFailures().count(List.of(ADDRESS), NOON)).isPresent();
    }

    @Test
    default void allFailuresCanBeForgotten() {
        fail(ACCOUNT, SignInPace.SLOWED_FROM, NOON);
        fail(ADDRESS, SignInPace.SLOWED_FROM, NOON);

        signInFailures().forgetAll();

        assertThat(signInFailures().count(List.of(ACCOUNT, ADDRESS), NOON)).isEmpty();
    }

    @Test
    default void triesAtOnceDoNotSlipThrough() throws Exception {
        List<Optional<Instant>> answers = AtOnce.run(50, number -> {
            var address = new Slowed("address 192.0.2." + number % 10, ADDRESS.pace());
            return signInFailures()
                    .count(number % 2 == 0 ? List.of(ACCOUNT, address) : List.of(address, ACCOUNT), NOON);
        });

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(SignInPace.SLOWED_FROM);
    }

    /** Counts failures, whatever the wait. */
    private void fail(Slowed slowed, int times, Instant at) {
        var unhurried = new Slowed(slowed.name(), new SignInPace(Duration.ZERO));
        for (int i = 0; i < times; i++) {
            assertThat(signInFailures().count(List.of(unhurried), at)).isEmpty();
        }
    }

    private int freeTries(Slowed slowed) {
        int free = 0;
        while (signInFailures().count(List.of(slowed), NOON).isEmpty()) {
            free++;
        }
        return free;
    }
}
