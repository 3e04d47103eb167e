package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.settings.LogFormat;
import com.tachyonfuture.mailtrack.app.settings.Settings;

/// How the log looks. To be chosen before the first logger is made, since that reads the choice.
final class Logs {

    private Logs() {}

    /// For a command, whose user looks at its answer.
    static void quiet() {
        System.setProperty("logback.configurationFile", "logback-text.xml");
        System.setProperty("mailtrack.log.level", "WARN");
        System.setProperty("mailtrack.log.root", "WARN");
    }

    static void configure(Settings.Logging logging) {
        String file = logging.format() == LogFormat.JSON ? "logback-json.xml" : "logback-text.xml";
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", file);
        }
        System.setProperty("mailtrack.log.level", logging.debug() ? "DEBUG" : "INFO");
    }
}
