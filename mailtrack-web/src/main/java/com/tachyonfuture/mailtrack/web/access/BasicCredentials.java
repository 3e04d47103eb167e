package com.tachyonfuture.mailtrack.web.access;

import io.micronaut.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name and the password that came in the header `Authorization`, as RFC 7617 writes them.
///
/// The framework can read them too, but logs what it can't decode, and that may be a password.
record BasicCredentials(String name, String password) {

    static final String HEADER = "Authorization";

    private static final Pattern FORM = Pattern.compile("(?i:Basic) +([A-Za-z0-9+/]+={0,2}) *");

    /// What a request brings; empty when that is nothing, or can't be read.
    static Optional<BasicCredentials> in(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HEADER))
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> decode(matcher.group(1)));
    }

    private static Optional<BasicCredentials> decode(String encoded) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    /// Without either: people type the one into the place of the other.
    @Override
    public String toString() {
        return "BasicCredentials[***]";
    }
}
