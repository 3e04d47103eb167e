package com.tachyonfuture.mailtrack.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which name was meant by one that does not exist.
final class Spelling {

    private static final int MOST_SLIPS = 3;

    private Spelling() {}

    static Optional<String> nearest(String name, Collection<String> names) {
        return names.stream()
                .filter(candidate -> slips(name, candidate) <= tolerated(name))
                .min(Comparator.comparingInt(candidate -> slips(name, candidate)));
    }

    private static int tolerated(String name) {
        return Math.min(MOST_SLIPS, name.length() / 4);
    }

    /// How many letters must be added, dropped, replaced or swapped with their neighbor (optimal string alignment).
    private static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
