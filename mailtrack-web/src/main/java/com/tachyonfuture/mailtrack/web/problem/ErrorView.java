package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.words.Words;

/// What the error page shows.
///
/// @param happened what went wrong, in a sentence or two
/// @param kept what is safe all the same
/// @param next what to do now
public record ErrorView(int status, String title, String happened, String kept, String next) {

    static ErrorView of(Problem problem, Words words) {
        String key = "error." + kind(problem.status());
        return new ErrorView(
                problem.status(),
                words.of(key + ".title"),
                happened(problem, words),
                words.of(key + ".kept"),
                words.of(key + ".next"));
    }

    private static String kind(int status) {
        return switch (status) {
            case 401, 403, 404, 405, 413, 429, 503 -> String.valueOf(status);
            default -> status < 500 ? "client" : "server";
        };
    }

    /// What was refused is told in its own words.
    private static String happened(Problem problem, Words words) {
        return problem.status() == 405 || problem.code().equals("internal_error")
                ? words.of("error." + kind(problem.status()) + ".happened")
                : words.orEnglish("problem." + problem.code(), problem.detail());
    }
}
