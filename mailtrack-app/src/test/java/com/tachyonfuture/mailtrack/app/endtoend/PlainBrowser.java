package com.tachyonfuture.mailtrack.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// A browser that knows pages, links, forms, cookies and redirects, and nothing else.
final class PlainBrowser implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Document page = Document.createShell("about:blank");
    private int status;

    /// The page that is shown.
    Document page() {
        return page;
    }

    /// The status of the answer that the page came with.
    int status() {
        return status;
    }

    Document open(String url) throws IOException, InterruptedException {
        return show(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    Document follow(String linkText) throws IOException, InterruptedException {
        Element link = page.select("a").stream()
                .filter(one -> one.text().contains(linkText))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link \"" + linkText + "\" in\n" + page.body()));
        return open(link.absUrl("href"));
    }

    /// Types into fields and presses the button.
    Document submit(String buttonText, Map<String, String> typed) throws IOException, InterruptedException {
        Element button = page.select("button").stream()
                .filter(one -> one.text().contains(buttonText))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + buttonText + "\" in\n" + page.body()));
        FormElement form = (FormElement) button.closest("form");
        typed.forEach((name, text) -> form.select("[name=" + name + "]").first().val(text));
        String fields = form.formData().stream()
                .map(field -> URLEncoder.encode(field.key(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(Collectors.joining("&"));
        return show(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private Document show(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .build(),
                BodyHandlers.ofString(UTF_8));
        status = answer.statusCode();
        page = Jsoup.parse(answer.body(), answer.uri().toString());
        return page;
    }

    @Override
    public void close() {
        http.close();
    }
}
