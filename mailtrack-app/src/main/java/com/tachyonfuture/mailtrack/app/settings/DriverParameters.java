package com.tachyonfuture.mailtrack.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The parameters of MySQL's JDBC driver: which ones Mailtrack insists on, and which ones it adds where the owner says
/// nothing.
final class DriverParameters {

    /// A parameter that Mailtrack sets; the owner may write it only with a value that means the same.
    record Fixed(String name, String value, Set<String> sameMeaning, String why) {

        void accept(@Nullable String set) {
            if (set != null && !sameMeaning.contains(set.strip().toLowerCase(Locale.ROOT))) {
                throw new BadValue("it sets the parameter " + name + ", which has to be " + value);
            }
        }
    }

    /// A parameter that the owner may set otherwise.
    record Default(String name, String value, When when, String why) {}

    /// For which URLs a default counts.
    enum When {
        ALWAYS("always"),
        NOT_JDBC("unless the URL begins with `jdbc:`"),
        SEVERAL_HOSTS("with several hosts");

        private final String text;

        When(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final Fixed CONNECTION_TIME_ZONE = new Fixed(
            "connectionTimeZone", "UTC", Set.of("utc", "z", "gmt", "+00:00", "etc/utc"), "times are stored in UTC");

    static final List<Fixed> FIXED = List.of(
            new Fixed("characterEncoding", "UTF-8", Set.of("utf-8", "utf8"), "texts keep every character"),
            CONNECTION_TIME_ZONE,
            new Fixed("forceConnectionTimeZoneToSession", "true", Set.of("true", "yes"), "the server's own clock too"));

    static final List<Default> DEFAULTS = List.of(
            new Default(
                    "allowPublicKeyRetrieval",
                    "true",
                    When.NOT_JDBC,
                    "the Python drivers do the same; without it MySQL 8 refuses connections without TLS"),
            new Default("connectTimeout", "5000", When.ALWAYS, "milliseconds until a host counts as unreachable"),
            new Default(
                    "failOverReadOnly",
                    "false",
                    When.SEVERAL_HOSTS,
                    "the driver would only read from the second host on"),
            new Default("rewriteBatchedStatements", "true", When.ALWAYS, "many rows are written at a time"),
            new Default(
                    "socketTimeout",
                    "60000",
                    When.ALWAYS,
                    "milliseconds without an answer until a connection counts as dead; never counts for migrations"),
            new Default("tcpKeepAlive", "true", When.ALWAYS, "finds connections that firewalls have dropped"),
            new Default(
                    "useLocalSessionState",
                    "true",
                    When.ALWAYS,
                    "the driver need not ask the server before each change what it knows itself"));

    /// The driver's older name for it.
    private static final String CONNECTION_TIME_ZONE_ALIAS = "serverTimezone";

    private DriverParameters() {}

    /// The parameters of a URL under the names that MySQL's JDBC driver has for them.
    static Map<String, String> spoken(UrlDialect dialect, String query) {
        Map<String, String> given = dialect.parameters(query);
        return dialect == UrlDialect.JDBC ? given : PythonParameters.translated(given);
    }

    static Map<String, String> complete(Map<String, String> given, UrlDialect dialect, boolean severalHosts) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parameters.putAll(given);
        CONNECTION_TIME_ZONE.accept(parameters.remove(CONNECTION_TIME_ZONE_ALIAS));
        // Removed before it is put, because the driver knows a name in one case only.
        for (Fixed fixed : FIXED) {
            fixed.accept(parameters.remove(fixed.name()));
            parameters.put(fixed.name(), fixed.value());
        }
        DEFAULTS.stream().filter(counts(dialect, severalHosts)).forEach(parameter -> {
            String set = parameters.remove(parameter.name());
            parameters.put(parameter.name(), set == null ? parameter.value() : set);
        });
        return parameters;
    }

    private static Predicate<Default> counts(UrlDialect dialect, boolean severalHosts) {
        return parameter -> switch (parameter.when()) {
            case ALWAYS -> true;
            case NOT_JDBC -> dialect != UrlDialect.JDBC;
            case SEVERAL_HOSTS -> severalHosts;
        };
    }
}
