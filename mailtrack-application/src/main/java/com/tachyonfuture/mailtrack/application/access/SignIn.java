package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import com.tachyonfuture.mailtrack.domain.access.SignInPace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;

/** Begins a session for the owner's browser. */
public final class SignIn {

    /** What came of it. */
    public sealed interface Outcome permits SignedIn, Stranger, TooSoon {}

    /**
     * The owner is signed in.
     *
     * @param token what the browser has to show from now on; kept nowhere else
     */
    public record SignedIn(String token) implements Outcome {

        @Override
        public String toString() {
            return "SignedIn[token=***]";
        }
    }

    /** Name or password is wrong. */
    public record Stranger() implements Outcome {}

    /** Too many tries were wrong; this one was not looked at. */
    public record TooSoon(Instant nextTryAt) implements Outcome {}

    private final CheckOwner checkOwner;
    private final Sessions sessions;
    private final SignInFailures failures;
    private final SessionLimits limits;
    private final Supplier<String> newSecrets;
    private final InstantSource clock;

    /**
     * For one installation.
     *
     * @param newSecrets each a text that nobody can guess
     */
    public SignIn(
            CheckOwner checkOwner,
            Sessions sessions,
            SignInFailures failures,
            SessionLimits limits,
            Supplier<String> newSecrets,
            InstantSource clock) {
        this.checkOwner = checkOwner;
        this.sessions = sessions;
        this.failures = failures;
        this.limits = limits;
        this.newSecrets = newSecrets;
        this.clock = clock;
    }

    public Outcome of(CheckOwner.Request request) {
        CheckOwner.Answer answer = checkOwner.by(request);
        return switch (answer.outcome()) {
            case STRANGER -> new Stranger();
            case TOO_SOON -> new TooSoon(Objects.requireNonNull(answer.nextTryAt()));
            case OWNER -> begin(request);
        };
    }

    /** Also the moment to forget what is over: it comes rarely, and somebody is there to wait. */
    private Outcome begin(CheckOwner.Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sessions.removeEnded(limits.earliestStart(now), limits.earliestSeen(now));
        failures.forgetBefore(now.minus(SignInPace.FORGOTTEN_AFTER));
        checkOwner.forgive(request);
        String token = newSecrets.get();
        var session = new Session(SecretHash.of(token), now, now);
        sessions.add(session);
        return endedByAChange(session, request) ? new Stranger() : new SignedIn(token);
    }

    /**
     * A change of the password ends all sessions. One that was added just after that, by the password until then, has
     * to end as well.
     */
    private boolean endedByAChange(Session session, CheckOwner.Request request) {
        boolean changed = !checkOwner.stillKnows(request);
        if (changed) {
            sessions.remove(session.token());
        }
        return changed;
    }
}
