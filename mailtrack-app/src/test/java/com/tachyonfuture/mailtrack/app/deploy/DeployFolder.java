package com.tachyonfuture.mailtrack.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder `deploy` and the documents about it, read as far as the tests need it.
final class DeployFolder {

    /// The tests may run in the module's folder or at the top.
    static final Path ROOT = Files.exists(Path.of("deploy")) ? Path.of("") : Path.of("..");

    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^#?([A-Z][A-Z_]+)=");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([A-Z][A-Z_]+)` \\|");

    private DeployFolder() {}

    static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    /// The names that a file of settings gives, also those that are commented out.
    static List<String> names(String env) {
        return groups(ASSIGNMENT, env);
    }

    /// All settings there are; a test of its own keeps that document true.
    static List<String> knownSettings() throws IOException {
        return groups(DOCUMENTED, text("docs/configuration.md"));
    }

    static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /// What a systemd unit sets; several values of one name each on a line.
    static Map<String, String> unit(String file) throws IOException {
        return lines(file)
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts[1], (a, b) -> a + "\n" + b, LinkedHashMap::new));
    }

    /// The lines of a file that are neither empty nor comments.
    static Stream<String> lines(String file) throws IOException {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"));
    }

    /// The values of a YAML file by their paths, such as `services.mysql.image`; items of a list get the list's path,
    /// each on a line. It knows no more of YAML than our files use: block style, two spaces, quotes.
    static Map<String, String> yaml(String file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Integer, String> open = new LinkedHashMap<>();
        for (String line : lines(file).toList()) {
            int depth = line.length() - line.stripLeading().length();
            String content = line.strip();
            open.keySet().removeIf(other -> other >= depth);
            String parent = String.join(".", open.values());
            if (content.startsWith("- ")) {
                values.merge(parent, unquoted(content.substring(2)), (a, b) -> a + "\n" + b);
                continue;
            }
            String[] parts = content.split(":(?: |$)", 2);
            if (parts.length != 2 || depth % 2 != 0) {
                throw new IllegalArgumentException(file + " has a line that is not understood: " + line);
            }
            String path = parent.isEmpty() ? parts[0] : parent + "." + parts[0];
            if (parts[1].isBlank()) {
                open.put(depth, parts[0]);
            } else if (values.putIfAbsent(path, unquoted(parts[1])) != null) {
                throw new IllegalArgumentException(file + " says twice: " + path);
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.matches("(?s)\"[^\"]*\"|'[^']*'") ? text.substring(1, text.length() - 1) : text;
    }

    /// The last parts of the paths right below one.
    static Set<String> keysBelow(Map<String, String> yaml, String path) {
        return yaml.keySet().stream()
                .filter(key -> key.startsWith(path + "."))
                .map(key -> key.substring(path.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The block in braces that begins with some words, without the braces.
    static String nginxBlock(String text, String beginning) {
        return Pattern.compile(Pattern.quote(beginning) + "\\s*\\{([^{}]*)}")
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult result) -> result.group(1))
                .orElseThrow(() -> new AssertionError("there is no " + beginning + " {...}"))
                .replaceAll(" +", " ");
    }
}
