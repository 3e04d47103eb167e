package com.tachyonfuture.mailtrack.web.settings;

import java.util.List;
import java.util.Map;

/// How the server is set up wherever this module runs. The program hands these to its application context, below
/// whatever it sets itself.
public final class WebDefaults {

    /// In bytes.
    public static final int LARGEST_BODY = 1024 * 1024;

    /// In bytes: of a form with a file, which is taken piece by piece. Far more than is taken, since browsers look for
    /// an answer only when they have sent all: what is too large is read and thrown away. Whatever is read at once
    /// keeps to [#LARGEST_BODY].
    private static final int LARGEST_UPLOAD = 1024 * 1024 * 1024;

    /// What the parsers count besides the 8 KiB of the line and the 16 KiB of the headers that we promise.
    private static final int LINE_ENDS = 2 * 256;

    private static final List<String> TRANSPORTS = List.of("epoll", "nio");

    private static final Map<String, Object> PROPERTIES = Map.ofEntries(
            Map.entry("micronaut.server.netty.max-initial-line-length", 8 * 1024),
            Map.entry("micronaut.server.netty.max-header-size", 16 * 1024 + LINE_ENDS),
            Map.entry("micronaut.server.max-request-size", LARGEST_UPLOAD),
            Map.entry("micronaut.server.max-request-buffer-size", LARGEST_BODY),
            // A small body that unpacks to a large one is no use to any client of ours.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            Map.entry("micronaut.server.netty.compression-threshold", 1024),
            Map.entry("micronaut.server.idle-timeout", "60s"),
            // Linux's own way to wait for connections costs less than the JDK's; where it can't be had, that is taken.
            Map.entry("micronaut.netty.event-loops.default.transport", TRANSPORTS),
            Map.entry("micronaut.server.netty.parent.transport", TRANSPORTS),
            Map.entry("micronaut.server.cors.enabled", false),
            // Our own filter decides about origins; the framework's would refuse all of them when asked as localhost.
            Map.entry("micronaut.server.cors.localhost-pass-through", true),
            Map.entry("micronaut.serde.serialization.inclusion", "ALWAYS"),
            // What does not exist is 404 for everybody; the API answers for itself, see ApiAccess.
            Map.entry("micronaut.security.reject-not-found", false),
            Map.entry("micronaut.security.redirect.enabled", false),
            // Who somebody is, our own code finds out; the framework's would log what it can't read, and offers a
            // route.
            Map.entry("micronaut.security.basic-auth.enabled", false),
            Map.entry("micronaut.security.token.enabled", false),
            Map.entry("micronaut.security.endpoints.introspection.enabled", false),
            Map.entry("micronaut.router.static-resources.assets.mapping", "/assets/**"),
            Map.entry("micronaut.router.static-resources.assets.paths", "classpath:public"),
            Map.entry("micronaut.server.responses.file.cache-seconds", 3600),
            // The language of a page is found by Wording; the framework needs one that is not the machine's.
            Map.entry("micronaut.server.locale-resolution.fixed", "en"));

    private WebDefaults() {}

    /// The properties, by Micronaut's names.
    public static Map<String, Object> properties() {
        return PROPERTIES;
    }
}
