package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportTracks;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Problem;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Rejected;
import com.tachyonfuture.mailtrack.web.page.ExportLinks;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page shows on which a file is chosen.
///
/// @param all where all tracks are as files
/// @param columns the names that count
/// @param hint what a file may be
/// @param problem what is wrong with the form; null when nothing is
/// @param summary how much is wrong with the file that was chosen; null when none was, or nothing is
/// @param problems what that is
/// @param more that there is more of it; null where all of it is told
public record ImportView(
        ExportLinks all,
        List<String> columns,
        String hint,
        @Nullable String problem,
        @Nullable String summary,
        List<String> problems,
        @Nullable String more) {

    private static final ExportLinks ALL = ExportLinks.ofTracks("");

    static ImportView of(Words words) {
        return withProblem(null, words);
    }

    private static ImportView withProblem(@Nullable String problem, Words words) {
        return new ImportView(ALL, ImportTracks.COLUMNS, hint(words), problem, null, List.of(), null);
    }

    private static String hint(Words words) {
        return words.of("import.hint", ImportTracks.LARGEST_FILE / (1024 * 1024), ImportTracks.MOST_TRACKS);
    }

    static ImportView withoutFile(Words words) {
        return withProblem(words.of("import.no-file"), words);
    }

    static ImportView tooLarge(Words words) {
        return withProblem(words.of("import.too-large", ImportTracks.LARGEST_FILE / (1024 * 1024)), words);
    }

    static ImportView rejected(Rejected rejected, Words words) {
        long rest = rejected.count() - rejected.problems().size();
        return new ImportView(
                ALL,
                ImportTracks.COLUMNS,
                hint(words),
                null,
                words.count("import.problems", rejected.count()),
                rejected.problems().stream()
                        .map(problem -> line(problem, words))
                        .toList(),
                rest > 0 ? words.count("import.more", rest) : null);
    }

    private static String line(Problem problem, Words words) {
        String message = words.violation(problem.message());
        if (problem.line() == 0) {
            return words.of("import.whole-file", message);
        }
        return problem.column() == null
                ? words.of("import.line", problem.line(), message)
                : words.of("import.field", problem.line(), problem.column(), message);
    }
}
