package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures.Slowed;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.SignInPace;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the owner from others, by name and password.
 *
 * <h2>Guessing is slowed</h2>
 *
 * <p>Failures are counted by address and for the account. A stranger who fails on and on could so keep the owner out;
 * therefore failures of a browser that the owner has signed in with before are counted for that browser instead of
 * the account. Failures are counted before the password is looked at, so tries at the same moment don't slip through.
 *
 * <h2>Proxies send the password each time</h2>
 *
 * <p>A proxy or script that signs in by HTTP Basic would wait for the slow hash with each request. So what was right
 * last is remembered for the network it came from, by a fast hash and in memory only, for as long as the stored
 * password is the same. It is let in unless that network has to wait: the failures of strangers elsewhere are nothing
 * to it. The first try from there that comes too soon ends this, so that nobody learns from the answers to many
 * guesses, none of which would be counted, which of them was right.
 */
public final class CheckOwner {

    private static final SignInPace ACCOUNT_PACE = new SignInPace(Duration.ofMinutes(1));
    private static final SignInPace ADDRESS_PACE = new SignInPace(Duration.ofMinutes(15));
    private static final Slowed ACCOUNT = new Slowed("account", ACCOUNT_PACE);

    /** Nobody's password is longer; hashing more would only cost time. In UTF-16 units. */
    private static final int LONGEST = 1_024;

    /**
     * Who wants to be the owner.
     *
     * @param address where they are; for IPv6, all addresses of the same /64 count as one
     * @param knownBrowser a name for the browser, if the owner has signed in with it before
     */
    public record Request(
            String name,
            String password,
            IpAddress address,
            @Nullable String knownBrowser) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Request[address=" + address + "]";
        }
    }

    /** What came of it. */
    public enum Outcome {
        OWNER,
        STRANGER,
        TOO_SOON
    }

    /**
     * The answer.
     *
     * @param nextTryAt when another try is allowed; null unless it is too soon
     */
    public record Answer(Outcome outcome, @Nullable Instant nextTryAt) {}

    /** More networks than a person signs in from. */
    private static final int MOST_REMEMBERED = 16;

    private record Remembered(SecretHash credentials, PasswordHash password) {}

    private static final Answer IS_OWNER = new Answer(Outcome.OWNER, null);

    private final String ownerName;
    private final OwnerPassword ownerPassword;
    private final PasswordHashes hashes;
    private final SignInFailures failures;
    private final InstantSource clock;
    private final Map<IpAddress, Remembered> remembered = new ConcurrentHashMap<>();

    public CheckOwner(
            String ownerName,
            OwnerPassword ownerPassword,
            PasswordHashes hashes,
            SignInFailures failures,
            InstantSource clock) {
        this.ownerName = ownerName;
        this.ownerPassword = ownerPassword;
        this.hashes = hashes;
        this.failures = failures;
        this.clock = clock;
    }

    /** The name that the owner signs in with. */
    public String ownerName() {
        return ownerName;
    }

    public Answer by(Request request) {
        Optional<PasswordHash> stored = ownerPassword.find();
        return stored.filter(password -> isKnownAgain(request, password)).isPresent()
                ? IS_OWNER
                : lookedAt(request, stored);
    }

    private boolean isKnownAgain(Request request, PasswordHash stored) {
        return isRemembered(request, stored)
                && failures.nextTryAt(List.of(network(request)), clock.instant())
                        .isEmpty();
    }

    private Answer lookedAt(Request request, Optional<PasswordHash> stored) {
        Optional<Instant> nextTryAt = failures.count(slowedBy(request), clock.instant());
        if (nextTryAt.isPresent()) {
            remembered.remove(request.address().network());
            return tooSoon(nextTryAt.get());
        }
        if (stored.isEmpty() || !isOwner(request, stored.get())) {
            return new Answer(Outcome.STRANGER, null);
        }
        forgive(request);
        remember(request, stored.get());
        return IS_OWNER;
    }

    /** Forgets the failures until now. */
    void forgive(Request request) {
        failures.forget(slowedBy(request));
    }

    private void remember(Request request, PasswordHash stored) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(request.address().network(), new Remembered(fingerprint(request), stored));
    }

    private static Answer tooSoon(Instant nextTryAt) {
        return new Answer(Outcome.TOO_SOON, nextTryAt);
    }

    /** Whether whoever was the owner a moment ago still is: the password may have been changed since. */
    boolean stillKnows(Request request) {
        return ownerPassword
                .find()
                .filter(stored -> isRemembered(request, stored) || isOwner(request, stored))
                .isPresent();
    }

    private boolean isRemembered(Request request, PasswordHash stored) {
        Remembered last = remembered.get(request.address().network());
        return last != null
                && last.password().equals(stored)
                && last.credentials().equals(fingerprint(request));
    }

    private static SecretHash fingerprint(Request request) {
        return SecretHash.of(request.name().length() + ":" + request.name() + request.password());
    }

    private static Slowed network(Request request) {
        return new Slowed("address " + request.address().network(), ADDRESS_PACE);
    }

    private static List<Slowed> slowedBy(Request request) {
        String browser = request.knownBrowser();
        return List.of(network(request), browser == null ? ACCOUNT : new Slowed("browser " + browser, ACCOUNT_PACE));
    }

    /** The password is looked at even if the name is wrong, so that the time does not tell which of them was. */
    private boolean isOwner(Request request, PasswordHash stored) {
        boolean rightName = SecretHash.of(ownerName).matches(request.name());
        boolean rightPassword = request.password().length() <= LONGEST && hashes.matches(request.password(), stored);
        return rightName && rightPassword;
    }
}
