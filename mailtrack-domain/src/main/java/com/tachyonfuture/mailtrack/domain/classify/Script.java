package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/** Tools and libraries with which programs fetch addresses, and browsers that run without a window. */
final class Script implements NamedRule {

    private static final Phrases<Optional<Judgement>> NAMES = Phrases.of(Map.ofEntries(
            script("curl", "curl"),
            script("PHP-Curl-Class", "curl"),
            script("Wget", "wget"),
            script("python-requests", "python"),
            script("Python-urllib", "python"),
            script("aiohttp", "python"),
            script("httpx", "python"),
            script("Scrapy", "scrapy"),
            script("Go-http-client", "go"),
            script("Apache-HttpClient", "java"),
            script("Jakarta Commons-HttpClient", "java"),
            script("AHC/", "java"),
            script("Java/", "java"),
            script("Jetty/", "java"),
            script("axios", "node"),
            script("node-fetch", "node"),
            script("undici", "node"),
            script("libwww-perl", "perl"),
            script("lua-resty-http", "lua"),
            script("GuzzleHttp", "php"),
            script("http.rb", "ruby"),
            script("PostmanRuntime", "postman"),
            script("insomnia", "insomnia"),
            script("HeadlessChrome", "headless"),
            script("PhantomJS", "headless"),
            script("HubSpot Connect", "hubspot")));

    private static Map.Entry<String, Optional<Judgement>> script(String name, String agent) {
        return Map.entry(name, Optional.of(new Judgement(Verdict.BOT, Reason.SCRIPT, Confidence.HIGH, agent)));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.firstIn(evidence.userAgent(), Optional.empty());
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Tools that programs fetch addresses with (curl, Wget, python-requests, axios and others), and browsers"
                + " without a window, are bots, by their names.";
    }
}
