package com.tachyonfuture.mailtrack.mysql.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/// The server that `MAILTRACK_TEST_DATABASE_URL` names, as `jdbc:mysql://user:password@host:port/database?...`.
///
/// A user who may create databases gets one per test. For any other **the named database itself is emptied**, again
/// and again, and only one test can use it at a time.
final class GivenServer extends DatabaseServer {

    private static final int ACCESS_DENIED = 1044;

    private final URI uri;
    private final boolean createsDatabases;
    private boolean inUse;

    private GivenServer(URI uri) throws SQLException {
        this.uri = uri;
        this.createsDatabases = mayCreateDatabases();
    }

    static GivenServer of(String url) {
        var uri = URI.create(url.replaceFirst("^jdbc:", ""));
        if (uri.getHost() == null
                || uri.getRawUserInfo() == null
                || !uri.getScheme().equals("mysql")) {
            throw new IllegalArgumentException(
                    SETTING + " must look like jdbc:mysql://user:password@host:port/database");
        }
        try {
            return new GivenServer(uri);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot use the server of " + SETTING + ": " + e.getMessage(), e);
        }
    }

    private boolean mayCreateDatabases() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + PREFIX + "probe");
            statement.execute("DROP DATABASE IF EXISTS " + PREFIX + "probe");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == ACCESS_DENIED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    String create(String characterSet) {
        if (createsDatabases) {
            return super.create(characterSet);
        }
        if (inUse) {
            throw new IllegalStateException(
                    "Two databases at a time need a user of " + SETTING + " who may create databases");
        }
        inUse = true;
        empty();
        execute("ALTER DATABASE " + givenName() + " CHARACTER SET " + characterSet);
        return givenName();
    }

    @Override
    void drop(String name) {
        if (createsDatabases) {
            super.drop(name);
        } else {
            empty();
            inUse = false;
        }
    }

    private void empty() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var drops = new ArrayList<String>();
            try (var tables = statement.executeQuery("SHOW FULL TABLES")) {
                while (tables.next()) {
                    var kind = tables.getString(2).equals("VIEW") ? "VIEW" : "TABLE";
                    drops.add("DROP " + kind + " `" + tables.getString(1) + "`");
                }
            }
            statement.execute("SET foreign_key_checks = 0");
            for (var drop : drops) {
                statement.execute(drop);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot empty " + this, e);
        }
    }

    @Override
    String url(String database) {
        var parameters = Optional.ofNullable(uri.getRawQuery()).map(query -> "&" + query);
        return "jdbc:mysql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/"
                + (createsDatabases ? database : givenName()) + COMMON_PARAMETERS + parameters.orElse("");
    }

    private String givenName() {
        return uri.getPath().replaceFirst("^/", "");
    }

    @Override
    String user() {
        return decoded(uri.getRawUserInfo().split(":", 2)[0]);
    }

    @Override
    String password() {
        var account = uri.getRawUserInfo().split(":", 2);
        return account.length == 2 ? decoded(account[1]) : "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "the server of " + SETTING + " at " + uri.getHost()
                + (createsDatabases ? "" : ", emptying its database " + givenName());
    }
}
