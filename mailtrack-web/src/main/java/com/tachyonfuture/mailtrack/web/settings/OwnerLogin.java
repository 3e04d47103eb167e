package com.tachyonfuture.mailtrack.web.settings;

import com.tachyonfuture.mailtrack.domain.access.SecretHash;

/// How the owner signs in.
public record OwnerLogin(String username, SecretHash password) {

    /// Whether these are the owner's; takes the same time whichever of the two is wrong.
    public boolean matches(String name, String secret) {
        boolean rightName = SecretHash.of(username).matches(name);
        boolean rightPassword = password.matches(secret);
        return rightName && rightPassword;
    }
}
