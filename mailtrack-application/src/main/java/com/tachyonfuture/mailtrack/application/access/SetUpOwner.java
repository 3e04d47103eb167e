package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Sees to it that there is a password for the owner. */
public final class SetUpOwner {

    private final OwnerPassword ownerPassword;
    private final PasswordHashes hashes;
    private final SignInFailures failures;
    private final Supplier<String> newSecrets;
    private final InstantSource clock;

    /**
     * For one installation.
     *
     * @param newSecrets each a text that nobody can guess, and people can type
     */
    public SetUpOwner(
            OwnerPassword ownerPassword,
            PasswordHashes hashes,
            SignInFailures failures,
            Supplier<String> newSecrets,
            InstantSource clock) {
        this.ownerPassword = ownerPassword;
        this.hashes = hashes;
        this.failures = failures;
        this.newSecrets = newSecrets;
        this.clock = clock;
    }

    /** Makes the password that the settings give the owner's. If it was another before, all sessions end. */
    public void withPassword(String given) {
        Optional<PasswordHash> stored = ownerPassword.find();
        if (stored.isEmpty() || !hashes.matches(given, stored.get())) {
            ownerPassword.replace(hashes.hash(given), clock.instant(), null);
        }
    }

    /** Makes up a password if there is none yet; empty when there is. It can't be seen again later. */
    public Optional<String> withoutPassword() {
        if (ownerPassword.find().isPresent()) {
            return Optional.empty();
        }
        String made = newSecrets.get();
        return ownerPassword.setFirst(hashes.hash(made), clock.instant()) ? Optional.of(made) : Optional.empty();
    }

    /**
     * Makes up a password in the place of the one that was forgotten, ends all sessions, and lets sign in without a
     * wait.
     */
    public String anew() {
        String made = newSecrets.get();
        ownerPassword.replace(hashes.hash(made), clock.instant(), null);
        failures.forgetAll();
        return made;
    }
}
