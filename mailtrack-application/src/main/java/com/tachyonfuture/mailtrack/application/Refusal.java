package com.tachyonfuture.mailtrack.application;

import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a request was not done, for whoever sent it.
 *
 * @param code stable and documented, for programs
 * @param message one sentence, for people
 * @param violations the fields that are wrong, if it is about fields
 */
public record Refusal(Kind kind, String code, String message, List<Violation> violations) {

    /** What sort of refusal this is, whatever the protocol that carries it. */
    public enum Kind {
        /** The request can't be understood: a parameter has no allowed value. */
        INVALID,
        /** The request is understood, but what it brings can't be stored. */
        UNACCEPTABLE,
        NOT_FOUND,
        CONFLICT,
        /** Whoever asks may not do this. */
        FORBIDDEN,
        /** It was tried too often; later it may go through. */
        TOO_MANY
    }

    public Refusal {
        violations = List.copyOf(violations);
    }

    /** One parameter has a value that is not allowed. */
    public static Refusal invalid(String field, String message) {
        return new Refusal(
                Kind.INVALID,
                "invalid_parameter",
                "The parameter " + field + " " + message + ".",
                List.of(new Violation(field, message)));
    }

    /** Some fields can't be stored as they are. */
    public static Refusal unacceptable(List<Violation> violations) {
        String message = violations.stream()
                .map(violation -> "The field " + violation.field() + " " + violation.message() + ".")
                .collect(Collectors.joining(" "));
        return new Refusal(Kind.UNACCEPTABLE, "invalid_field", message, violations);
    }

    public static Refusal notFound(String code, String message) {
        return new Refusal(Kind.NOT_FOUND, code, message, List.of());
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of());
    }

    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, message, List.of());
    }

    public static Refusal tooMany(String code, String message) {
        return new Refusal(Kind.TOO_MANY, code, message, List.of());
    }
}
