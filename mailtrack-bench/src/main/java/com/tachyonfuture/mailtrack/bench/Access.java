package com.tachyonfuture.mailtrack.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// How to connect to a database.
///
/// @param url for JDBC
/// @param user empty where the address names them
/// @param password as well
record Access(String url, String user, String password) {

    /// For the driver.
    Properties properties() {
        var properties = new Properties();
        if (!user.isEmpty()) {
            properties.putAll(Map.of("user", user, "password", password));
        }
        return properties;
    }

    /// For a pool, in the framework's words.
    Map<String, Object> pool() {
        var pool = new HashMap<String, Object>(Map.of(
                "datasources.default.url",
                url,
                "datasources.default.driver-class-name",
                "com.mysql.cj.jdbc.Driver",
                "datasources.default.dialect",
                "MYSQL",
                "datasources.default.maximum-pool-size",
                4,
                "flyway.datasources.default.enabled",
                false));
        if (!user.isEmpty()) {
            pool.put("datasources.default.username", user);
            pool.put("datasources.default.password", password);
        }
        return pool;
    }
}
