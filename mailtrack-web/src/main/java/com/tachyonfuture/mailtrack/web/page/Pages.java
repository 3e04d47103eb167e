package com.tachyonfuture.mailtrack.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.thymeleaf.ThymeleafViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Turns a view into a page that does nothing but show itself: whatever slipped into a page could neither run, nor
/// load, nor frame anything.
@Singleton
public final class Pages {

    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final ThymeleafViewsRenderer<Object> templates;

    Pages(ThymeleafViewsRenderer<Object> templates) {
        this.templates = templates;
    }

    /// The page that a template makes of a view.
    public MutableHttpResponse<Object> show(HttpRequest<?> request, HttpStatus status, String template, Object view) {
        var html = new StringWriter();
        try {
            templates.render(template, view, request).writeTo(html);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return HttpResponse.<Object>status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .body(html.toString());
    }
}
