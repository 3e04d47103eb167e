package com.tachyonfuture.mailtrack.outbound.client;

import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What kind of device a user agent names. Null where it does not say: a program on iOS may run on both kinds.
final class Devices {

    private static final List<String> OTHERS =
            List.of("TV", "BRAVIA", "AFT", "Watch", "Xbox", "PlayStation", "Nintendo", "Tesla/", "CarPlay");

    private Devices() {}

    static @Nullable DeviceClass in(String userAgent, @Nullable String os) {
        if (os == null) {
            return null;
        }
        if (OTHERS.stream().anyMatch(userAgent::contains)) {
            return DeviceClass.OTHER;
        }
        return switch (os) {
            case "Windows", "macOS", "Linux", "ChromeOS", "FreeBSD", "OpenBSD", "NetBSD" -> DeviceClass.DESKTOP;
            case "iPadOS" -> DeviceClass.TABLET;
            case "iOS" -> isIPhone(userAgent) ? DeviceClass.PHONE : null;
            case "Android" -> android(userAgent);
            case "Windows Phone", "BlackBerry OS", "KaiOS" -> DeviceClass.PHONE;
            default -> null;
        };
    }

    private static boolean isIPhone(String userAgent) {
        return userAgent.contains("iPhone") || userAgent.contains("iphone") || userAgent.contains("iPod");
    }

    /// Browsers on phones say `Mobile`, and those on tablets leave it out. Other programs say neither.
    private static @Nullable DeviceClass android(String userAgent) {
        if (!userAgent.startsWith("Mozilla/")) {
            return null;
        }
        return userAgent.contains("Mobile") ? DeviceClass.PHONE : DeviceClass.TABLET;
    }
}
