package com.tachyonfuture.mailtrack.domain.classify;

import static java.util.Map.entry;

import java.util.Map;

/** Tools and libraries with which programs fetch addresses, and browsers that run without a window. */
final class Script extends NamedPrograms {

    Script() {
        super(
                Verdict.BOT,
                Reason.SCRIPT,
                Map.ofEntries(
                        entry("curl", "curl"),
                        entry("PHP-Curl-Class", "curl"),
                        entry("Wget", "wget"),
                        entry("python-requests", "python"),
                        entry("Python-urllib", "python"),
                        entry("aiohttp", "python"),
                        entry("httpx", "python"),
                        entry("Scrapy", "scrapy"),
                        entry("Go-http-client", "go"),
                        entry("Apache-HttpClient", "java"),
                        entry("Jakarta Commons-HttpClient", "java"),
                        entry("AHC/", "java"),
                        entry("Java/", "java"),
                        entry("Jetty/", "java"),
                        entry("axios", "node"),
                        entry("node-fetch", "node"),
                        entry("undici", "node"),
                        entry("libwww-perl", "perl"),
                        entry("lua-resty-http", "lua"),
                        entry("GuzzleHttp", "php"),
                        entry("http.rb", "ruby"),
                        entry("PostmanRuntime", "postman"),
                        entry("insomnia", "insomnia"),
                        entry("HeadlessChrome", "headless"),
                        entry("PhantomJS", "headless"),
                        entry("HubSpot Connect", "hubspot")));
    }

    @Override
    public String inWords() {
        return "Tools that programs fetch addresses with (curl, Wget, python-requests, axios and others), and browsers"
                + " without a window, are bots, by their names.";
    }
}
