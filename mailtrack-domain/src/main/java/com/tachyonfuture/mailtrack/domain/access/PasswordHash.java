package com.tachyonfuture.mailtrack.domain.access;

/**
 * A password as it may be kept: hashed slowly and with salt, so that it costs much to find it by trying.
 *
 * @param encoded algorithm, parameters, salt and hash in one text, as the PHC string format writes it
 */
public record PasswordHash(String encoded) {

    @Override
    public String toString() {
        return "***";
    }
}
