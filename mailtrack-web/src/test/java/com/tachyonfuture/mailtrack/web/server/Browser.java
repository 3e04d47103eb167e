package com.tachyonfuture.mailtrack.web.server;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser without scripts: it keeps cookies, and sends forms with what is hidden in them. Redirects are left to the
/// test.
public final class Browser {

    public static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String SESSION = "__Host-mailtrack_session";

    private final WebServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Document page = new Document("");
    private String address = "";

    Browser(WebServer server) {
        this.server = server;
    }

    /// Is where a trusted proxy says it is.
    public Browser from(String forwardedFor) {
        address = forwardedFor;
        return this;
    }

    /// Signs the owner in.
    public Browser signIn() {
        get("/login");
        var answer = submit("/login", Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD));
        if (answer.statusCode() != 303) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /// Sends a form of the last page, as far as its hidden fields are concerned.
    public HttpResponse<String> submit(String action, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        page.select("form[action=" + action + "] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        return post(action, encode(fields));
    }

    /// Sends a form whatever the last page was.
    public HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// A request with all that a browser would send.
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = server.anonymous(path).header("Accept", ACCEPT);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        page = Jsoup.parse(answer.body());
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0;")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /// As it is written in a form.
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /// What it keeps, by name.
    public Map<String, String> cookies() {
        return cookies;
    }

    public boolean hasSession() {
        return cookies.containsKey(SESSION);
    }

    /// Another browser that knows the same.
    public Browser copy() {
        var copy = new Browser(server);
        copy.cookies.putAll(cookies);
        copy.page = page;
        return copy;
    }

    public Browser without(String... names) {
        Arrays.asList(names).forEach(cookies::remove);
        return this;
    }

    /// The page that it shows.
    public Document page() {
        return page;
    }

    /// The proof in the first form of the page.
    public String formToken() {
        return page.select("input[name=form_token]").attr("value");
    }
}
