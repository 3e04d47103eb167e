package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.application.demo.RemoveSamples;
import java.io.PrintStream;
import java.util.List;

/// The operator wants to be rid of the sample data.
public record DemoCommand() {

    /// Whether the words of a command line mean it.
    public static boolean isMeantBy(List<String> words) {
        return words.equals(List.of("demo", "--remove"));
    }

    /// Does it, and says what came of it.
    public static boolean run(RemoveSamples removeSamples, PrintStream out) {
        int removed = removeSamples.all();
        out.println(
                removed == 0 ? "There are no sample data." : "Removed " + removed + " sample tracks with their opens.");
        return true;
    }
}
