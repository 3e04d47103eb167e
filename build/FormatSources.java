import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (`check`) or repairs (`apply`) the format of all Java sources below a folder.
///
/// The build starts it with the JDK that it compiles with: the formatter parses sources with the compiler of the JDK
/// it runs on, and the JDK that runs Maven may be too old to know the syntax.
public final class FormatSources {

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private final boolean apply;
    private final List<String> complaints = new ArrayList<>();

    private FormatSources(boolean apply) {
        this.apply = apply;
    }

    public static void main(String[] arguments) throws IOException {
        FormatSources run = new FormatSources(arguments[0].equals("apply"));
        for (Path source : sourcesBelow(Path.of(arguments[1]))) {
            run.visit(source);
        }
        if (!run.complaints.isEmpty()) {
            run.complaints.forEach(System.err::println);
            System.err.println("To repair what can be repaired, run bin/format.");
            System.exit(1);
        }
    }

    private static List<Path> sourcesBelow(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(root, "{build,mailtrack-*}")) {
            for (Path folder : folders) {
                Path nested = folder.resolve("src");
                try (var files = Files.walk(Files.isDirectory(nested) ? nested : folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        sources.sort(null);
        return sources;
    }

    private void visit(Path source) throws IOException {
        String text = Files.readString(source);
        try {
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return;
            }
            if (apply) {
                Files.writeString(source, formatted);
                System.out.println("formatted " + source);
            } else {
                complaints.add(source + ": not formatted");
            }
        } catch (FormatterException e) {
            complaints.add(source + ":" + e.getMessage());
        }
    }
}
