package com.tachyonfuture.mailtrack.web.problem;

/// What the error page shows.
///
/// @param happened what went wrong, in a sentence or two
/// @param kept what is safe all the same
/// @param next what to do now
public record ErrorView(int status, String title, String happened, String kept, String next) {

    private static final String NOTHING_CHANGED = "Nothing was changed.";

    static ErrorView of(Problem problem) {
        return switch (problem.status()) {
            case 401 ->
                of(
                        problem,
                        "Please sign in",
                        NOTHING_CHANGED,
                        "Reload this page and sign in with your name and password.");
            case 403 ->
                of(
                        problem,
                        "Not allowed",
                        "Nothing was changed. What you typed is still in the form: your browser's Back brings you"
                                + " there.",
                        "Copy what you typed, reload the form, and send it again.");
            case 404 ->
                of(
                        problem,
                        "Not found",
                        "Everything else is where it was.",
                        "The address may be misspelled, or it was deleted. The overview has all tracks, the settings"
                                + " all keys.");
            case 405 ->
                new ErrorView(
                        405,
                        "Not like that",
                        "This address takes something else than what the browser sent.",
                        NOTHING_CHANGED,
                        "Go to the overview, and from there to where you want to be.");
            case 413 ->
                of(
                        problem,
                        "Too large",
                        "Nothing of it was stored. What you typed is still in the form: your browser's Back brings you"
                                + " there.",
                        "Make it shorter, and send it again.");
            case 429 ->
                of(
                        problem,
                        "Too many attempts",
                        NOTHING_CHANGED,
                        "Wait until then; somebody may be guessing the password.");
            case 503 ->
                of(
                        problem,
                        "The database is away",
                        "The images in your mails are served all the same, and what fetches them is recorded when the"
                                + " database is back.",
                        "Reload this page in a minute. If it does not help, the log says more.");
            default ->
                problem.status() < 500
                        ? of(problem, "This did not work", NOTHING_CHANGED, "Go back and try it in another way.")
                        : of(
                                problem,
                                "Something broke",
                                "The images in your mails are served all the same, and what fetches them is recorded.",
                                "Reload this page. If it happens again, look into the log: it says what broke.");
        };
    }

    private static ErrorView of(Problem problem, String title, String kept, String next) {
        return new ErrorView(problem.status(), title, problem.detail(), kept, next);
    }
}
