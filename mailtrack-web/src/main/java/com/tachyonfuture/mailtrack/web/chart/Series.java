package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.LongStream;

/// A row of numbers with a name.
public record Series(String name, List<Long> values) {

    public Series {
        values = List.copyOf(values);
    }

    LongStream numbers() {
        return values.stream().mapToLong(Long::longValue);
    }

    long most() {
        return numbers().max().orElse(0);
    }

    /// What there is to see, in a sentence.
    ///
    /// @param labels what each number is of
    String text(List<String> labels, Words words) {
        long most = most();
        return most == 0
                ? words.of("chart.text.none", name)
                : words.of("chart.text.most", name, numbers().sum(), most, labels.get(values.indexOf(most)));
    }
}
