package com.tachyonfuture.mailtrack.web.words;

import com.tachyonfuture.mailtrack.web.client.Cookies;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the language for whoever asks: the one chosen in this browser, or else the one that the browser wants most,
/// or else English.
@Singleton
public final class Wording {

    private static final String COOKIE = "mailtrack_language";
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final Messages messages;
    private final Cookies cookies;
    private final InstantSource clock;
    private final WebSettings settings;

    Wording(Messages messages, Cookies cookies, InstantSource clock, WebSettings settings) {
        this.messages = messages;
        this.cookies = cookies;
        this.clock = clock;
        this.settings = settings;
    }

    /// The words for whoever sends a request.
    public Words of(HttpRequest<?> request) {
        return in(chosen(request).or(() -> wanted(request)).orElse(Language.ENGLISH));
    }

    /// The words of a language.
    public Words in(Language language) {
        return new Words(language, messages, clock, settings.displayZone());
    }

    /// The language that was chosen in the browser; empty when it is left to the browser.
    public Optional<Language> chosen(HttpRequest<?> request) {
        return cookies.all(request, COOKIE).stream()
                .flatMap(code -> Language.of(code).stream())
                .findFirst();
    }

    private static Optional<Language> wanted(HttpRequest<?> request) {
        return request.getHeaders().getAll("Accept-Language").stream()
                .flatMap(header -> Optional.ofNullable(Language.wanted(header)).stream())
                .findFirst();
    }

    /// Has the browser keep a choice.
    ///
    /// @param language null leaves it to the browser
    public void choose(HttpRequest<?> request, MutableHttpResponse<?> response, @Nullable Language language) {
        if (language == null) {
            cookies.remove(request, response, COOKIE);
        } else {
            cookies.keep(request, response, COOKIE, language.code(), SameSite.Lax, KEPT_FOR);
        }
    }
}
