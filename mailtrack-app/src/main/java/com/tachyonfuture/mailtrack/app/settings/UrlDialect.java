package com.tachyonfuture.mailtrack.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How a database URL encodes its parts.
enum UrlDialect {
    /// As SQLAlchemy reads it: a `+` in user and password is a plus, and a stray `%` is a percent sign.
    SQLALCHEMY {
        @Override
        String decoded(String text) {
            return JDBC.decoded(STRAY_PERCENT.matcher(text).replaceAll("%25").replace("+", "%2B"));
        }
    },
    /// As MySQL's driver reads it: a `+` is a space everywhere.
    JDBC {
        @Override
        String decoded(String text) {
            if (STRAY_PERCENT.matcher(text).find()) {
                throw new BadValue("it has a % that is not followed by two hexadecimal digits; write it as %25");
            }
            return URLDecoder.decode(text, UTF_8);
        }
    };

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern AMPERSAND = Pattern.compile("&");

    /// User, password or database name.
    abstract String decoded(String text);

    /// The parameters that have a value, by name in any case; in both dialects a `+` in them is a space.
    Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        AMPERSAND.splitAsStream(query).forEach(part -> {
            String[] parameter = part.split("=", 2);
            if (parameter.length == 2 && !parameter[1].isEmpty()) {
                parameters.put(decodedParameter(parameter[0]), decodedParameter(parameter[1]));
            }
        });
        return parameters;
    }

    private String decodedParameter(String text) {
        return decoded(text.replace("+", "%20"));
    }
}
