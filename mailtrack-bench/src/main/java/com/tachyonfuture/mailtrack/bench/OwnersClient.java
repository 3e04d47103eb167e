package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The owner of a running Mailtrack, signed in as in a browser.
///
/// @param headers for pages and for the API, each with its line end
record OwnersClient(Mailtrack mailtrack, String headers) {

    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/\\?[^\"]*cursor=[^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("<https?://[^/]+([^>]+)>; rel=\"next\"");

    static OwnersClient signedIn(Mailtrack mailtrack) {
        var cookies = new CookieManager();
        try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            URI login = mailtrack.at("/login");
            String page = send(http, HttpRequest.newBuilder(login)).body();
            Matcher token = TOKEN.matcher(page);
            if (!token.find()) {
                throw new BenchFailure("Mailtrack shows no form to sign in.");
            }
            String form = "name=owner&password=" + mailtrack.key() + "&form_token=" + token.group(1);
            var answer = send(
                    http,
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)));
            if (answer.statusCode() != 303) {
                throw new BenchFailure("Signing in was answered with " + answer.statusCode() + ".");
            }
        }
        return new OwnersClient(
                mailtrack,
                "Cookie: " + text(cookies.getCookieStore().getCookies()) + "\r\nX-API-Key: " + mailtrack.key()
                        + "\r\n");
    }

    private static String text(List<HttpCookie> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    /// The page of the overview so many pages after the first, or the last one there is.
    String olderPage(int pages) {
        String path = "/";
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < pages; i++) {
                Matcher older = OLDER.matcher(get(http, path).body());
                String next = null;
                while (older.find()) {
                    next = older.group(1).replace("&amp;", "&");
                }
                if (next == null) {
                    return path;
                }
                path = next;
            }
        }
        return path;
    }

    /// The same of a list of the API.
    String nextPage(String first, int pages) {
        String path = first;
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < pages; i++) {
                Optional<String> link = get(http, path).headers().firstValue("Link");
                Matcher next = NEXT.matcher(link.orElse(""));
                if (!next.find()) {
                    return path;
                }
                path = next.group(1);
            }
        }
        return path;
    }

    private HttpResponse<String> get(HttpClient http, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(mailtrack.at(path));
        headers.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            request.header(parts[0], parts[1]);
        });
        return send(http, request);
    }
}
