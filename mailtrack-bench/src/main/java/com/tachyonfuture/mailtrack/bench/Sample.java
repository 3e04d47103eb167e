package com.tachyonfuture.mailtrack.bench;

import java.util.Arrays;

/// Numbers that were measured in the same way, in ascending order.
final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /// @param values at least one
    static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample has at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    /// The middle one, or what lies half-way between the two in the middle.
    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The least of them that a share is not above: with 0.99 a hundredth is slower.
    double quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /// How likely one of these is larger than one of those, where they are equal by half: 0.5 when neither tends
    /// to be larger. It is the effect size that belongs to the test of Mann and Whitney.
    double tendsToExceed(Sample other) {
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double value : sorted) {
            while (below < other.sorted.length && other.sorted[below] < value) {
                below++;
            }
            while (notAbove < other.sorted.length && other.sorted[notAbove] <= value) {
                notAbove++;
            }
            wins += (below + notAbove) / 2.0;
        }
        return wins / sorted.length / other.sorted.length;
    }

    /// What [#tendsToExceed] is off by chance, one standard deviation, when there is no difference.
    double chanceOfTendency(Sample other) {
        double both = (double) sorted.length + other.sorted.length;
        return Math.sqrt((both + 1) / (12.0 * sorted.length * other.sorted.length));
    }
}
