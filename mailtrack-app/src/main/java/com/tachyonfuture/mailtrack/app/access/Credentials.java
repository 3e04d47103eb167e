package com.tachyonfuture.mailtrack.app.access;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Secret;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.web.settings.OwnerLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The first API key and the owner's password: those of the settings, or else some that are made at the first start.
///
/// What was made is shown once; only its hash is kept, in the data folder. Whoever lost it deletes that file and gets a
/// new one at the next start.
///
/// @param newKey the API key, if it was made just now
/// @param newPassword the owner's password, if it was made just now
public record Credentials(SecretHash apiKey, Optional<Secret> newKey, OwnerLogin owner, Optional<Secret> newPassword) {

    private static final String KEY_FILE = "api-key.sha256";
    private static final String PASSWORD_FILE = "owner-password.sha256";
    private static final String OWNER = "owner";

    /// 192 bits: nobody guesses them, so a fast hash keeps them well.
    private static final int RANDOM_BYTES = 24;

    private record Kept(SecretHash hash, Optional<Secret> made) {}

    /// Finds what the settings or an earlier start gave, and makes what is missing.
    ///
    /// @throws StartFailure when the data folder can't be read or written
    public static Credentials of(Settings settings) {
        Kept key = given(settings.api().key()).orElseGet(() -> kept(settings, KEY_FILE, "mt_"));
        Kept password = given(settings.owner().password()).orElseGet(() -> kept(settings, PASSWORD_FILE, ""));
        var owner = new OwnerLogin(settings.owner().username().orElse(OWNER), password.hash());
        return new Credentials(key.hash(), key.made(), owner, password.made());
    }

    private static Optional<Kept> given(Optional<Secret> setting) {
        return setting.map(secret -> new Kept(SecretHash.of(secret.reveal()), Optional.empty()));
    }

    private static Kept kept(Settings settings, String name, String prefix) {
        Path file = settings.dataDirectory().resolve(name);
        try {
            if (Files.exists(file)) {
                SecretHash hash =
                        SecretHash.ofHexadecimal(Files.readString(file).strip());
                return new Kept(hash, Optional.empty());
            }
            Secret made = make(prefix);
            SecretHash hash = SecretHash.of(made.reveal());
            PrivateFile.write(file, hash.hexadecimal() + System.lineSeparator());
            return new Kept(hash, Optional.of(made));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("The hash in " + file + " can't be read or written: " + e, e);
        }
    }

    private static Secret make(String prefix) {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.of(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
}
