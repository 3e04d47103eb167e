package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.application.Moments;
import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query parameters of a request. Of a repeated one the first counts, since some clients follow the address of
/// the next page and add what they asked for the first time; an empty one counts as none.
public final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final HttpRequest<?> request;

    public Parameters(HttpRequest<?> request) {
        this.request = request;
    }

    /// The parameter as it came.
    public @Nullable String text(String name) {
        String value = request.getParameters().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /// How many things a page is to hold; whether that many are allowed is not decided here.
    public int limit() {
        String text = text("limit");
        if (text == null) {
            return Page.DEFAULT_SIZE;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new RefusedRequest(Page.refuseLimit());
        }
        return Integer.parseInt(text);
    }

    public @Nullable Boolean flag(String name) {
        return switch (text(name)) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new RefusedRequest(Refusal.invalid(name, "must be true or false"));
        };
    }

    public @Nullable Verdict verdict(String name) {
        String text = text(name);
        return text == null ? null : Verdict.of(text).orElseThrow(() -> noVerdict(name));
    }

    private static RefusedRequest noVerdict(String name) {
        String codes = Arrays.stream(Verdict.values()).map(Verdict::code).collect(Collectors.joining(", "));
        return new RefusedRequest(Refusal.invalid(name, "must be one of " + codes));
    }

    /// The state of a track, in lower case.
    public @Nullable Instant moment(String name) {
        String text = text(name);
        return text == null ? null : Moments.parse(text).orElseThrow(() -> noMoment(name));
    }

    /// A point in time that the request can't do without.
    public Instant requiredMoment(String name) {
        Instant moment = moment(name);
        if (moment == null) {
            throw noMoment(name);
        }
        return moment;
    }

    private static RefusedRequest noMoment(String name) {
        return new RefusedRequest(Refusal.invalid(
                name,
                "must be a time such as 2026-11-20T08:30:00Z or 2026-11-20T09:30:00+01:00, a date, or Unix seconds,"
                        + " from the year 1000 to 9999"));
    }
}
