package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.client.Cookies;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads forms, and only those that came from one of our own pages.
///
/// # How a form proves where it comes from
/// By a token that was made from a secret of the browser's: from its session, or, where there is none (on the login
/// page, or with HTTP Basic), from a cookie of its own. A foreign page can make the browser send a form, but sees
/// neither. Browsers that say where a request comes from (`Sec-Fetch-Site`) are believed on top of that. `Origin` is
/// not looked at: behind a proxy that changes `Host` nobody knows what it should be.
@Singleton
public final class Forms {

    /// The name of the hidden field that proves where a form comes from.
    public static final String TOKEN_FIELD = "form_token";

    static final String COOKIE = "mailtrack_form";

    /// A secret that the browser does not have yet.
    static final String NEW_SECRET = "mailtrack.form.new-secret";

    private static final String SESSION = "mailtrack.form.session";
    private static final String SITE = "Sec-Fetch-Site";

    /// `none` is what the user did with the browser itself: reload, for one.
    private static final List<String> OWN_SITE = List.of("same-origin", "none");

    private final SecureRandom random = new SecureRandom();
    private final Cookies cookies;

    Forms(Cookies cookies) {
        this.cookies = cookies;
    }

    /// Ties the forms of this request, and of the page that answers it, to a session.
    ///
    /// @param secret that only the browser knows which has the session
    public static void bind(HttpRequest<?> request, String secret) {
        request.setAttribute(SESSION, secret);
    }

    /// Whether the browser has a session.
    public static boolean areBound(HttpRequest<?> request) {
        return request.getAttribute(SESSION, String.class).isPresent();
    }

    /// The proof that a page puts into its forms. Each call gives another.
    public String token(HttpRequest<?> request) {
        return FormToken.of(known(request).orElseGet(() -> made(request)), random(FormToken.LENGTH_OF_MASK));
    }

    private Optional<String> known(HttpRequest<?> request) {
        return request.getAttribute(SESSION, String.class)
                .or(() -> cookies.all(request, COOKIE).stream().findFirst())
                .or(() -> request.getAttribute(NEW_SECRET, String.class))
                .filter(secret -> !secret.isEmpty());
    }

    private String made(HttpRequest<?> request) {
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random(FormToken.LENGTH_OF_MASK));
        request.setAttribute(NEW_SECRET, made);
        return made;
    }

    private byte[] random(int bytes) {
        var made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /// The form that a request brought.
    ///
    /// @param body as it was sent, `application/x-www-form-urlencoded`; null when there was none
    /// @throws RefusedRequest when it can't be read, or does not come from one of our pages
    public Form read(HttpRequest<?> request, @Nullable String body) {
        return read(request, body, known(request).stream());
    }

    /// The login form, which may have been shown before the browser signed in, in another tab.
    ///
    /// @throws RefusedRequest as [#read] does
    public Form readLogin(HttpRequest<?> request, @Nullable String body) {
        return read(request, body, Stream.concat(known(request).stream(), cookies.all(request, COOKIE).stream()));
    }

    /// The form with a file that a request brings. Waits for it, so it is for virtual threads only.
    ///
    /// @param largest how many bytes the file may have
    /// @throws RefusedRequest as [#read] does
    public Upload readUpload(HttpRequest<?> request, int largest) {
        checkSite(request);
        Upload upload = Upload.read(request, largest);
        try {
            check(upload.fields(), known(request).stream());
            return upload;
        } catch (RuntimeException foreign) {
            upload.close();
            throw foreign;
        }
    }

    private static Form read(HttpRequest<?> request, @Nullable String body, Stream<String> secrets) {
        checkSite(request);
        Map<String, String> fields = FormBody.parse(body == null ? "" : body);
        check(fields, secrets);
        return new Form(fields);
    }

    private static void checkSite(HttpRequest<?> request) {
        if (!request.getHeaders().getAll(SITE).stream().allMatch(OWN_SITE::contains)) {
            throw foreign();
        }
    }

    private static void check(Map<String, String> fields, Stream<String> secrets) {
        String token = fields.getOrDefault(TOKEN_FIELD, "");
        if (secrets.filter(secret -> !secret.isEmpty()).noneMatch(secret -> FormToken.matches(token, secret))) {
            throw foreign();
        }
    }

    private static RefusedRequest foreign() {
        return new RefusedRequest(Refusal.forbidden(
                "form_not_ours",
                "Nothing was done, since this form does not come from a page that Mailtrack has just shown to this"
                        + " browser. Go back, reload the page and try again. If that does not help: your browser has"
                        + " to accept cookies, and the address in its address bar has to be Mailtrack's own."));
    }
}
