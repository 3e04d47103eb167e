package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the form for a new track shows.
///
/// @param problem what is wrong with the form as a whole; null when nothing is
/// @param wrong the fields that have to be changed
public record NewTrackView(
        FieldView recipient,
        FieldView subject,
        FieldView notes,
        String keyField,
        String key,
        @Nullable String problem,
        List<FieldView> wrong) {

    private static final Map<String, String> LABELS =
            Map.of("recipient", "create.the-recipient", "subject", "create.the-subject", "notes", "create.the-notes");

    static NewTrackView of(NewTrackForm form, Words words) {
        return of(form, List.of(), null, words);
    }

    /// The form again, with what was typed and what is wrong with it.
    static NewTrackView refused(NewTrackForm form, Refusal refusal, Words words) {
        return switch (refusal.kind()) {
            case UNACCEPTABLE -> of(form, refusal.violations(), null, words);
            case CONFLICT -> of(form.withNewKey(), List.of(), words.of("create.sent-before"), words);
            case INVALID, NOT_FOUND, FORBIDDEN, TOO_MANY ->
                of(form.withNewKey(), List.of(), words.of("create.incomplete"), words);
        };
    }

    private static NewTrackView of(
            NewTrackForm form, List<Violation> violations, @Nullable String problem, Words words) {
        var errors = new FieldErrors(violations, LABELS, words);
        FieldView recipient = errors.field("recipient", form.recipient());
        FieldView subject = errors.field("subject", form.subject());
        FieldView notes = errors.field("notes", form.notes());
        List<FieldView> wrong = List.of(recipient, subject, notes).stream()
                .filter(field -> field.error() != null)
                .toList();
        return new NewTrackView(recipient, subject, notes, NewTrackForm.KEY_FIELD, form.key(), problem, wrong);
    }
}
