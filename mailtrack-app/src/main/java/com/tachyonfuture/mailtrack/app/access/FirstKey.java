package com.tachyonfuture.mailtrack.app.access;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Secret;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.web.settings.ApiKeyHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The first API key: the one of the settings, or else one that is made at the first start.
///
/// A key that was made is shown once; only its hash is kept, in the data folder. Whoever lost it deletes that file and
/// gets a new one at the next start.
///
/// @param generated the key, if it was made just now
public record FirstKey(ApiKeyHash hash, Optional<Secret> generated) {

    private static final String FILE = "api-key.sha256";
    private static final int BYTES = 32;

    /// Finds the key of the settings or of an earlier start, or makes one.
    ///
    /// @throws StartFailure when the data folder can't be read or written
    public static FirstKey of(Settings settings) {
        return settings.api()
                .key()
                .map(key -> new FirstKey(ApiKeyHash.of(key.reveal()), Optional.empty()))
                .orElseGet(() -> kept(settings.dataDirectory().resolve(FILE)));
    }

    private static FirstKey kept(Path file) {
        try {
            if (Files.exists(file)) {
                String hash = Files.readString(file).strip();
                return new FirstKey(ApiKeyHash.ofHexadecimal(hash), Optional.empty());
            }
            Secret key = generate();
            ApiKeyHash hash = ApiKeyHash.of(key.reveal());
            PrivateFile.write(file, hash.hexadecimal() + System.lineSeparator());
            return new FirstKey(hash, Optional.of(key));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("The API key's hash in " + file + " can't be kept or read: " + e, e);
        }
    }

    private static Secret generate() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.of("mt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
}
