package com.tachyonfuture.mailtrack.web.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Style sheets and scripts, each under an address that changes with its content: browsers may keep them for good, and
/// never show an old one after an upgrade.
@Singleton
final class Assets {

    private static final List<String> FILES = List.of(
            "css/base.css",
            "css/components.css",
            "css/charts.css",
            "css/pages.css",
            "css/recipients.css",
            "css/pages-detail.css",
            "css/live.css",
            "css/samples.css",
            "js/keys.js",
            "js/chart.js",
            "js/copy.js",
            "js/live.js",
            "js/news.js",
            "js/notify.js",
            "map/world.svg");
    private static final int DIGITS = 12;

    private final Map<String, String> versions =
            FILES.stream().collect(Collectors.toUnmodifiableMap(file -> file, Assets::version));

    /// The addresses, by the names of the files.
    Map<String, String> addresses() {
        return versions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, file -> "/assets/" + file.getKey() + "?v=" + file.getValue()));
    }

    /// Whether this is the version of a file that is served now.
    boolean isCurrent(String path, String version) {
        return path.startsWith("/assets/") && version.equals(versions.get(path.substring("/assets/".length())));
    }

    private static String version(String file) {
        try (InputStream content = Assets.class.getResourceAsStream("/public/" + file)) {
            if (content == null) {
                throw new IllegalStateException("public/" + file + " is missing");
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
