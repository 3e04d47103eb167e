package com.tachyonfuture.mailtrack.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the database is and how to sign in there, ready for MySQL's JDBC driver.
///
/// @param jdbcUrl hosts, database and driver parameters; no credentials, so it may be logged
/// @param username the user to sign in as
/// @param password the user's password, empty where there is none
/// @param secretParameters driver parameters that must not be in a URL, such as passwords of key stores
public record DatabaseUrl(String jdbcUrl, String username, Secret password, Map<String, Secret> secretParameters) {

    static final String ALLOWED = "`mysql+aiomysql://user:password@host:3306/database` (also `mysql+pymysql`, "
            + "`mysql+asyncmy`, `mysql`, `mariadb`), or `jdbc:mysql://...`; several hosts separated by commas";

    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final Pattern SCHEME = Pattern.compile(
            "(jdbc:)?(mysql|mariadb)(?:\\+([a-z]+))?://(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> PYTHON_DRIVERS = Set.of(
            "aiomysql",
            "asyncmy",
            "cymysql",
            "mariadbconnector",
            "mysqlclient",
            "mysqlconnector",
            "mysqldb",
            "pymysql");
    private static final Pattern LATER_CREDENTIALS = Pattern.compile("@[^,]*,");
    private static final Pattern SOCKET_TIMEOUT = Pattern.compile("(?i)([?&]socketTimeout)=[^&]*");

    public DatabaseUrl {
        secretParameters = Map.copyOf(secretParameters);
    }

    /// Reads a URL in SQLAlchemy's or JDBC's form.
    ///
    /// @throws IllegalArgumentException if it is neither; the message repeats nothing of the text
    public static DatabaseUrl parse(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches() || !isKnownDriver(scheme)) {
            throw new BadValue("it does not begin with one of these");
        }
        UrlDialect dialect = scheme.group(1) == null ? UrlDialect.SQLALCHEMY : UrlDialect.JDBC;
        return from(UrlParts.of(scheme.group(4)), dialect);
    }

    private static boolean isKnownDriver(Matcher scheme) {
        String driver = scheme.group(3);
        return driver == null || (scheme.group(1) == null && PYTHON_DRIVERS.contains(driver.toLowerCase(Locale.ROOT)));
    }

    private static DatabaseUrl from(UrlParts parts, UrlDialect dialect) {
        if (LATER_CREDENTIALS.matcher(parts.credentials()).find()) {
            throw new BadValue("it repeats the user before a later host; write user and password once, before the "
                    + "first host, and an @ inside them as %40");
        }
        Map<String, String> parameters = DriverParameters.spoken(dialect, parts.query());
        String[] credentials = parts.credentials().split(":", 2);
        if (!credentials[0].isEmpty()) {
            parameters.put(USER, dialect.decoded(credentials[0]));
        }
        if (credentials.length == 2) {
            parameters.put(PASSWORD, dialect.decoded(credentials[1]));
        }
        Map<String, Secret> secrets = takeSecrets(parameters);
        Secret user = secrets.remove(USER);
        Secret password = secrets.remove(PASSWORD);
        if (user == null) {
            throw new BadValue("it names no user");
        }
        String jdbcUrl = jdbcUrl(parts, dialect, parameters);
        return new DatabaseUrl(jdbcUrl, user.reveal(), password == null ? Secret.of("") : password, secrets);
    }

    private static Map<String, Secret> takeSecrets(Map<String, String> given) {
        Map<String, Secret> secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.forEach((name, value) -> {
            if (isSecret(name)) {
                secrets.put(name.equalsIgnoreCase("passwd") ? PASSWORD : name, Secret.of(value));
            }
        });
        given.keySet().removeIf(DatabaseUrl::isSecret);
        return secrets;
    }

    private static boolean isSecret(String parameter) {
        return parameter.equalsIgnoreCase(USER)
                || parameter.toLowerCase(Locale.ROOT).contains("pass");
    }

    private static String jdbcUrl(UrlParts parts, UrlDialect dialect, Map<String, String> given) {
        Map<String, String> parameters =
                DriverParameters.complete(given, dialect, parts.hosts().size() > 1);
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String database = encoded(dialect.decoded(parts.database()));
        return "jdbc:mysql://" + String.join(",", parts.hosts()) + "/" + database + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /// The same database for work such as migrations, in which the server may be silent for as long as it likes.
    public DatabaseUrl withoutSocketTimeout() {
        String url = SOCKET_TIMEOUT.matcher(jdbcUrl).replaceFirst("$1=0");
        return new DatabaseUrl(url, username, password, secretParameters);
    }
}
