package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees to it that there is a password for the owner. */
public final class SetUpOwner {

    private record Made(String password, PasswordHash hash) {}

    private final OwnerPassword ownerPassword;
    private final PasswordHashes hashes;
    private final SignInFailures failures;
    private final Supplier<String> newSecrets;
    private final InstantSource clock;
    private @Nullable Made made;

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

    /**
     * Makes up a password if there is none yet; empty when there is. It can't be seen again later. When this fails, it
     * may be called again: then it finds out whether the password was stored.
     */
    public synchronized Optional<String> withoutPassword() {
        if (made == null && ownerPassword.find().isPresent()) {
            return Optional.empty();
        }
        Made ours = made == null ? make() : made;
        made = ours;
        ownerPassword.setFirst(ours.hash(), clock.instant());
        return ownerPassword.find().filter(ours.hash()::equals).map(stored -> ours.password());
    }

    private Made make() {
        String password = newSecrets.get();
        return new Made(password, hashes.hash(password));
    }

    /**
     * Makes up a password in the place of the one that was forgotten, ends all sessions, and lets sign in without a
     * wait. The password is changed last, so whatever fails before leaves it as it was.
     */
    public String anew() {
        String password = newSecrets.get();
        failures.forgetAll();
        ownerPassword.replace(hashes.hash(password), clock.instant(), null);
        return password;
    }
}
