package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The accessibility checker axe-core, run inside a page.
final class Axe {

    private static final String SCRIPT = script();

    private static final String FINDINGS = """
        async () => {
          const results = await axe.run(document, { resultTypes: ['violations'] });
          return results.violations.map(found =>
              found.id + ': ' + found.help + '\\n    ' +
              found.nodes.map(node => node.target.join(' ') + ' ' + node.any.map(check => check.message).join('; '))
                  .join('\\n    '));
        }
        """;

    private Axe() {}

    /// What is wrong with a page, one text for each rule that it breaks.
    static List<String> findingsIn(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(FINDINGS)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
