package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the owner the password that the owner chose, and ends the sessions of all other browsers. */
public final class ChangePassword {

    /** In code points. */
    public static final int SHORTEST = 12;

    /** In code points. */
    public static final int LONGEST = 256;

    /**
     * What to change.
     *
     * @param current the password until now
     * @param repeated the new one, typed again
     * @param session of the browser that asks, which goes on; null where there is none
     */
    public record Request(
            String current,
            String chosen,
            String repeated,
            IpAddress address,
            @Nullable String knownBrowser,
            @Nullable SecretHash session) {

        /** Without the passwords. */
        @Override
        public String toString() {
            return "Request[address=" + address + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Changed, Refused, TooSoon {}

    public record Changed() implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param violations of the fields {@code current}, {@code chosen} and {@code repeated}
     */
    public record Refused(List<Violation> violations) implements Outcome {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** The current password was wrong too often. */
    public record TooSoon(Instant nextTryAt) implements Outcome {}

    private final CheckOwner checkOwner;
    private final OwnerPassword ownerPassword;
    private final PasswordHashes hashes;
    private final InstantSource clock;

    public ChangePassword(
            CheckOwner checkOwner, OwnerPassword ownerPassword, PasswordHashes hashes, InstantSource clock) {
        this.checkOwner = checkOwner;
        this.ownerPassword = ownerPassword;
        this.hashes = hashes;
        this.clock = clock;
    }

    public Outcome with(Request request) {
        List<Violation> violations = violations(request);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        CheckOwner.Answer answer = checkOwner.by(new CheckOwner.Request(
                checkOwner.ownerName(), request.current(), request.address(), request.knownBrowser()));
        return switch (answer.outcome()) {
            case TOO_SOON -> new TooSoon(Objects.requireNonNull(answer.nextTryAt()));
            case STRANGER -> new Refused(List.of(new Violation("current", "is not the password")));
            case OWNER -> change(request);
        };
    }

    private static List<Violation> violations(Request request) {
        var found = new ArrayList<Violation>();
        problem(request.chosen()).ifPresent(problem -> found.add(new Violation("chosen", problem)));
        if (!request.chosen().equals(request.repeated())) {
            found.add(new Violation("repeated", "differs from the new password"));
        }
        return found;
    }

    /** No rules about digits and signs: length is what counts, and whoever wants to may use a sentence. */
    private static Optional<String> problem(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("has fewer than " + SHORTEST + " characters");
        }
        return length > LONGEST ? Optional.of("has more than " + LONGEST + " characters") : Optional.empty();
    }

    private Outcome change(Request request) {
        ownerPassword.replace(hashes.hash(request.chosen()), clock.instant(), request.session());
        return new Changed();
    }
}
