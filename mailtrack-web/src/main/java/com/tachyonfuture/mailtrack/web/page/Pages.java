package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.thymeleaf.ThymeleafViewsRenderer;
import io.micronaut.views.thymeleaf.WebContext;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.Map;

/// Turns a view into a page that does nothing but show itself: whatever slipped into a page could neither run, nor
/// load, nor frame anything.
///
/// A template sees `view`, the page's own record, `frame`, what all pages have in common, and `samples`, whether
/// what it shows is made up.
@Singleton
public final class Pages {

    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    /// A template that is made from the layout loses what stands before the layout's first element.
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ThymeleafViewsRenderer<Object> templates;
    private final Forms forms;
    private final Wording wording;
    private final Assets assets;
    private final SampleNotice sampleNotice;

    Pages(
            ThymeleafViewsRenderer<Object> templates,
            Forms forms,
            Wording wording,
            Assets assets,
            SampleNotice sampleNotice) {
        this.templates = templates;
        this.forms = forms;
        this.wording = wording;
        this.assets = assets;
        this.sampleNotice = sampleNotice;
    }

    /// The page that a template makes of a view. Nobody keeps it: it tells of the owner's mail.
    public MutableHttpResponse<Object> show(HttpRequest<?> request, HttpStatus status, String template, Object view) {
        return HttpResponse.<Object>status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept-Language, Cookie")
                .body(html(request, template, view));
    }

    private String html(HttpRequest<?> request, String template, Object view) {
        Words words = wording.of(request);
        var frame = FrameView.of(request, forms.token(request), words, assets);
        boolean samples = frame.user() != null && sampleNotice.isDue();
        var html = new StringWriter().append(DOCTYPE);
        var locale = words.language().locale();
        var variables = Map.of("view", view, "frame", frame, "samples", samples);
        templates.render(template, null, new WebContext(request, locale, variables), html);
        return html.toString();
    }
}
