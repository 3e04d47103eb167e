package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the form for a message to many shows.
///
/// @param recipientsHint how the list is written
/// @param problem what is wrong with the form as a whole; null when nothing is
/// @param wrong the fields that have to be changed
/// @param lines what is wrong with the list, line by line
/// @param more that there is more of that; null where all of it is told
public record ManyView(
        FieldView recipients,
        FieldView subject,
        FieldView notes,
        String recipientsHint,
        String keyField,
        String key,
        @Nullable String problem,
        List<FieldView> wrong,
        List<String> lines,
        @Nullable String more) {

    private static final int LINES = 50;

    private static final Map<String, String> LABELS =
            Map.of("recipients", "many.the-list", "subject", "create.the-subject", "notes", "create.the-notes");

    static ManyView of(ManyForm form, Words words) {
        return of(form, List.of(), List.of(), null, words);
    }

    /// The form again, where the list has something in it that is no recipient, or nothing at all.
    static ManyView refused(ManyForm form, RecipientList list, Words words) {
        var violation = new Violation("recipients", list.isEmpty() ? "is empty" : "has to be changed");
        return of(form, List.of(violation), list.problems(), null, words);
    }

    /// The form again, with what was typed and what is wrong with it.
    static ManyView refused(ManyForm form, Refusal refusal, Words words) {
        return switch (refusal.kind()) {
            case UNACCEPTABLE -> of(form, refusal.violations(), List.of(), null, words);
            case CONFLICT -> of(form.withNewKey(), List.of(), List.of(), words.of("many.sent-before"), words);
            case INVALID, NOT_FOUND, FORBIDDEN, TOO_MANY ->
                of(form.withNewKey(), List.of(), List.of(), words.of("create.incomplete"), words);
        };
    }

    private static ManyView of(
            ManyForm form,
            List<Violation> violations,
            List<RecipientList.Problem> problems,
            @Nullable String problem,
            Words words) {
        var errors = new FieldErrors(violations, LABELS, words);
        FieldView recipients = errors.field("recipients", form.recipients());
        FieldView subject = errors.field("subject", form.subject());
        FieldView notes = errors.field("notes", form.notes());
        return new ManyView(
                recipients,
                subject,
                notes,
                words.of("many.recipients-hint", RecipientList.LONGEST),
                ManyForm.KEY_FIELD,
                form.key(),
                problem,
                Stream.of(recipients, subject, notes)
                        .filter(field -> field.error() != null)
                        .toList(),
                problems.stream().limit(LINES).map(each -> line(each, words)).toList(),
                problems.size() > LINES ? words.count("many.more", problems.size() - LINES) : null);
    }

    private static String line(RecipientList.Problem problem, Words words) {
        return words.of("many.line", problem.line(), problem.text(), words.violation(problem.message()));
    }
}
