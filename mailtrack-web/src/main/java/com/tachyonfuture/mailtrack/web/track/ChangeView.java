package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a number differs from that of the period before.
///
/// @param sign as short as it can be said: "+12%"; null where there is nothing to compare
/// @param words the same in words
public record ChangeView(@Nullable String sign, String words) {

    /// There is no period before.
    static ChangeView none(Words words) {
        return new ChangeView(null, words.of("overview.change.none"));
    }

    static ChangeView of(long now, long before, Words words) {
        if (before == 0) {
            return new ChangeView(null, words.of("overview.change.from-zero"));
        }
        double change = (double) (now - before) / before;
        String percent = words.percent(Math.abs(change));
        if (percent.equals(words.percent(0))) {
            return new ChangeView("±" + percent, words.of("overview.change.same"));
        }
        return change > 0
                ? new ChangeView("+" + percent, words.of("overview.change.more", percent))
                : new ChangeView("−" + percent, words.of("overview.change.less", percent));
    }

    static ChangeView of(Duration now, Duration before, Words words) {
        Duration change = now.minus(before);
        String length = words.times().length(change.abs());
        if (change.isZero()) {
            return new ChangeView("±" + length, words.of("overview.change.same-time"));
        }
        return change.isPositive()
                ? new ChangeView("+" + length, words.of("overview.change.longer", length))
                : new ChangeView("−" + length, words.of("overview.change.shorter", length));
    }
}
