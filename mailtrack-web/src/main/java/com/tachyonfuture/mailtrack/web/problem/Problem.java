package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.util.List;

/// An error as it is told to whoever asked, in whatever form.
record Problem(int status, String title, String code, String detail, List<Violation> violations) {

    static Problem of(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case INVALID -> 400;
            case UNACCEPTABLE -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case TOO_MANY -> 429;
        };
        return new Problem(status, of(status).title(), refusal.code(), refusal.message(), refusal.violations());
    }

    /// There is no room for a request, and there may be later.
    static Problem full(String code, String detail) {
        return generic(503, "Service Unavailable", code, detail);
    }

    /// What there is to say of a page when only the status is known.
    static Problem ofPage(int status) {
        return switch (status) {
            case 401 ->
                generic(
                        401,
                        "Unauthorized",
                        "unauthenticated",
                        "Sign in with the user name and password of Mailtrack's owner.");
            case 415 ->
                generic(
                        415,
                        "Unsupported Media Type",
                        "unsupported_media_type",
                        "A form has to be sent as application/x-www-form-urlencoded.");
            default -> of(status);
        };
    }

    /// What there is to say when only the status is known. What a framework says of it stays inside: it speaks of
    /// classes and arguments.
    static Problem of(int status) {
        return switch (status) {
            case 400 -> generic(400, "Bad Request", "malformed_request", "The request can't be understood.");
            case 401 ->
                generic(
                        401,
                        "Unauthorized",
                        "unauthenticated",
                        "The header X-API-Key with the API key is missing or wrong.");
            case 403 -> generic(403, "Forbidden", "forbidden", "This is not allowed.");
            case 404 -> generic(404, "Not Found", "not_found", "There is nothing at this address.");
            case 405 ->
                generic(
                        405,
                        "Method Not Allowed",
                        "method_not_allowed",
                        "The header Allow says what can be done here.");
            case 406 ->
                generic(406, "Not Acceptable", "not_acceptable", "There is no such form of what was asked for.");
            case 409 -> generic(409, "Conflict", "conflict", "This conflicts with what is there already.");
            case 413 -> generic(413, "Content Too Large", "body_too_large", "A body may have at most 1 MiB.");
            case 414 -> generic(414, "URI Too Long", "uri_too_long", "A request line may have at most 8 KiB.");
            case 415 ->
                generic(
                        415,
                        "Unsupported Media Type",
                        "unsupported_media_type",
                        "The body has to be application/json.");
            case 422 -> generic(422, "Unprocessable Content", "invalid_field", "A field can't be stored as it is.");
            case 429 -> generic(429, "Too Many Requests", "too_many", "This was tried too often; wait a little.");
            case 431 ->
                generic(
                        431,
                        "Request Header Fields Too Large",
                        "headers_too_large",
                        "Headers may have at most 16 KiB.");
            case 503 ->
                generic(
                        503,
                        "Service Unavailable",
                        "storage_unavailable",
                        "The database can't be reached at the moment; the same request may go through later.");
            default ->
                status < 500 ? generic(status, "Bad Request", "refused", "The request was refused.") : internal();
        };
    }

    private static Problem internal() {
        return generic(500, "Internal Server Error", "internal_error", "Something went wrong here; the log says what.");
    }

    private static Problem generic(int status, String title, String code, String detail) {
        return new Problem(status, title, code, detail, List.of());
    }
}
