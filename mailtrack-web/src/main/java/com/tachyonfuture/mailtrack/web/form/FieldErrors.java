package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is wrong with the fields of a form, in the words of the page that has it.
///
/// @param labels the keys of what begins a sentence about a field: what the page calls it
public record FieldErrors(List<Violation> violations, Map<String, String> labels, Words words) {

    public FieldErrors {
        violations = List.copyOf(violations);
        labels = Map.copyOf(labels);
    }

    /// A field and what is wrong with it.
    public FieldView field(String name, @Nullable String value) {
        String error = violations.stream()
                .filter(violation -> violation.field().equals(name))
                .findFirst()
                .map(this::sentence)
                .orElse(null);
        return new FieldView(name, Objects.requireNonNullElse(value, ""), error);
    }

    /// All of them.
    public List<String> sentences() {
        return violations.stream().map(this::sentence).toList();
    }

    private String sentence(Violation violation) {
        String key = labels.get(violation.field());
        String label = key == null ? violation.field() : words.of(key);
        return label + " " + words.violation(violation.message()) + ".";
    }
}
