package com.tachyonfuture.mailtrack.app.access;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Secret;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The first API key, and what signs the browsers' cookies: those of the settings, or else some that are made at the
/// first start and kept in the data folder.
///
/// The key that was made is shown once; only its hash is kept. Whoever lost it makes another on the settings page, or
/// deletes the file and gets a new one at the next start.
///
/// @param newKey the API key, if it was made just now
public record Credentials(SecretHash apiKey, Optional<Secret> newKey, Secret browserSecret) {

    private static final String KEY_FILE = "api-key.sha256";
    private static final String BROWSER_FILE = "secret-key";

    /// Finds what the settings or an earlier start gave, and makes what is missing.
    ///
    /// @throws StartFailure when the data folder can't be read or written
    public static Credentials of(Settings settings) {
        Secret browserSecret = settings.owner().secretKey().orElseGet(() -> browserSecret(settings));
        Optional<Secret> given = settings.api().key();
        if (given.isPresent()) {
            return new Credentials(SecretHash.of(given.get().reveal()), Optional.empty(), browserSecret);
        }
        Path file = settings.dataDirectory().resolve(KEY_FILE);
        Optional<String> kept = kept(file);
        if (kept.isPresent()) {
            return new Credentials(hash(kept.get(), file), Optional.empty(), browserSecret);
        }
        String made = "mt_" + Secrets.make();
        SecretHash hash = SecretHash.of(made);
        keep(file, hash.hexadecimal());
        return new Credentials(hash, Optional.of(Secret.of(made)), browserSecret);
    }

    private static Secret browserSecret(Settings settings) {
        Path file = settings.dataDirectory().resolve(BROWSER_FILE);
        return Secret.of(kept(file).filter(text -> !text.isEmpty()).orElseGet(() -> {
            String made = Secrets.make();
            keep(file, made);
            return made;
        }));
    }

    private static SecretHash hash(String text, Path file) {
        try {
            return SecretHash.ofHexadecimal(text);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("The hash in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " can't be read: " + e, e);
        }
    }

    private static void keep(Path file, String text) {
        try {
            PrivateFile.write(file, text + System.lineSeparator());
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " can't be written: " + e, e);
        }
    }
}
