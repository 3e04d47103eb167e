package com.tachyonfuture.mailtrack.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// URL parameters that only the Python drivers know, and what becomes of them.
///
/// Whatever made a connection safer is translated or refused, never dropped.
final class PythonParameters {

    private static final String SSL_MODE = "sslMode";
    private static final List<String> FROM_WEAK_TO_STRONG =
            List.of("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final String KEY_STORE = "put the certificates into a PKCS12 key store and name it by "
            + "`trustCertificateKeyStoreUrl` or `clientCertificateKeyStoreUrl`";

    /// What becomes of parameters; the documentation prints it.
    record Rule(List<String> names, Treatment treatment, String explanation) {}

    /// What is done with a parameter's value.
    sealed interface Treatment {
        /// Left out: it makes no difference here.
        record Dropped() implements Treatment {}

        /// Stops the start: leaving it out would make the connection another one.
        record Refused() implements Treatment {}

        /// Becomes the driver's parameter of this name, in milliseconds.
        record Timeout(String name) implements Treatment {}

        /// Asks for TLS of this strength if true, of that one if false (nothing: no change).
        record Tls(String ifTrue, String ifFalse) implements Treatment {}

        /// Names the strength of TLS itself.
        record TlsMode() implements Treatment {}
    }

    static final List<Rule> RULES = List.of(
            new Rule(
                    List.of("charset", "use_unicode", "binary_prefix"), new Treatment.Dropped(), "always utf8mb4 here"),
            new Rule(List.of("autocommit"), new Treatment.Dropped(), "Mailtrack decides that itself"),
            new Rule(
                    List.of(
                            "echo",
                            "init_command",
                            "local_infile",
                            "max_allowed_packet",
                            "maxsize",
                            "minsize",
                            "pool_recycle",
                            "program_name",
                            "sql_mode",
                            "write_timeout"),
                    new Treatment.Dropped(),
                    "no counterpart that is needed"),
            new Rule(
                    List.of("connect_timeout"),
                    new Treatment.Timeout("connectTimeout"),
                    "seconds, as `connectTimeout`"),
            new Rule(List.of("read_timeout"), new Treatment.Timeout("socketTimeout"), "seconds, as `socketTimeout`"),
            new Rule(
                    List.of("ssl"),
                    new Treatment.Tls("REQUIRED", "DISABLED"),
                    "`sslMode=REQUIRED`, or `DISABLED` if false"),
            new Rule(List.of("ssl_disabled"), new Treatment.Tls("DISABLED", ""), "`sslMode=DISABLED` if true"),
            new Rule(List.of("ssl_verify_cert"), new Treatment.Tls("VERIFY_CA", ""), "`sslMode=VERIFY_CA` if true"),
            new Rule(
                    List.of("ssl_check_hostname", "ssl_verify_identity"),
                    new Treatment.Tls("VERIFY_IDENTITY", ""),
                    "`sslMode=VERIFY_IDENTITY` if true"),
            new Rule(List.of("ssl_mode"), new Treatment.TlsMode(), "`sslMode` with the same value"),
            new Rule(
                    List.of(
                            "ssl_ca",
                            "ssl_capath",
                            "ssl_cert",
                            "ssl_cipher",
                            "ssl_key",
                            "ssl_key_password",
                            "server_public_key"),
                    new Treatment.Refused(),
                    KEY_STORE),
            new Rule(List.of("unix_socket"), new Treatment.Refused(), "MySQL's Java driver needs a host and a port"),
            new Rule(
                    List.of("auth_plugin", "defer_connect", "read_default_file", "read_default_group"),
                    new Treatment.Refused(),
                    "write user, password and host into the URL"));

    private PythonParameters() {}

    static Map<String, String> translated(Map<String, String> given) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parameters.putAll(given);
        given.keySet().forEach(name -> rule(name).ifPresent(_ -> parameters.remove(name)));
        given.forEach((name, value) -> rule(name).ifPresent(rule -> apply(rule, name, value, parameters)));
        return parameters;
    }

    private static Optional<Rule> rule(String name) {
        return RULES.stream()
                .filter(rule -> rule.names().contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static void apply(Rule rule, String name, String value, Map<String, String> parameters) {
        switch (rule.treatment()) {
            case Treatment.Dropped() -> {}
            case Treatment.Refused() ->
                throw new BadValue("it has the parameter " + name.toLowerCase(Locale.ROOT)
                        + ", which is not understood here: " + rule.explanation());
            case Treatment.Timeout(String driverName) -> parameters.putIfAbsent(driverName, milliseconds(name, value));
            case Treatment.Tls(String ifTrue, String ifFalse) ->
                strengthen(parameters, flag(name, value) ? ifTrue : ifFalse);
            case Treatment.TlsMode() -> strengthen(parameters, mode(name, value));
        }
    }

    private static String milliseconds(String name, String value) {
        if (!SECONDS.matcher(value).matches()) {
            throw new BadValue("its parameter " + name.toLowerCase(Locale.ROOT) + " is not a number of seconds");
        }
        return Long.toString(Long.parseLong(value) * 1_000);
    }

    private static boolean flag(String name, String value) {
        try {
            return Format.yesOrNo().read(value);
        } catch (BadValue e) {
            throw new BadValue("its parameter " + name.toLowerCase(Locale.ROOT) + " is neither true nor false");
        }
    }

    private static String mode(String name, String value) {
        String mode = value.toUpperCase(Locale.ROOT);
        if (!FROM_WEAK_TO_STRONG.contains(mode)) {
            throw new BadValue("its parameter " + name.toLowerCase(Locale.ROOT) + " is not one of "
                    + String.join(", ", FROM_WEAK_TO_STRONG));
        }
        return mode;
    }

    /// Several parameters may speak of TLS; the most careful one counts.
    private static void strengthen(Map<String, String> parameters, String mode) {
        if (!mode.isEmpty()) {
            parameters.merge(
                    SSL_MODE,
                    mode,
                    (one, other) -> Stream.of(one, other)
                            .max((a, b) -> FROM_WEAK_TO_STRONG.indexOf(a) - FROM_WEAK_TO_STRONG.indexOf(b))
                            .orElseThrow());
        }
    }
}
