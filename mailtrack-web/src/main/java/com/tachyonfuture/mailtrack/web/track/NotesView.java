package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The owner's notes on a track, and the form that changes them.
///
/// @param text null where there are none
/// @param seen which notes the form was shown with
/// @param editing whether the form is there without being asked for
/// @param problem why what was typed is not saved; null unless it is not, or where that is said of the field
public record NotesView(
        @Nullable String text,
        FieldView field,
        String seen,
        boolean editing,
        @Nullable String problem) {

    private static final Map<String, String> LABELS = Map.of("notes", "create.the-notes");

    static NotesView of(TrackSummary found, Words words) {
        return view(found, found.track().details().notes(), List.of(), false, null, words);
    }

    /// What was typed can't be stored.
    static NotesView refused(TrackSummary found, NotesForm form, Refusal refusal, Words words) {
        return view(found, form.notes(), List.of(refusal), true, null, words);
    }

    /// The notes are others by now than those that were shown with the form.
    static NotesView outdated(TrackSummary found, NotesForm form, Words words) {
        return view(found, form.notes(), List.of(), true, words.of("detail.notes.outdated"), words);
    }

    private static NotesView view(
            TrackSummary found,
            @Nullable String typed,
            List<Refusal> refusals,
            boolean editing,
            @Nullable String problem,
            Words words) {
        var violations = refusals.stream()
                .flatMap(refusal -> refusal.violations().stream())
                .toList();
        String notes = found.track().details().notes();
        FieldView field = new FieldErrors(violations, LABELS, words).field("notes", typed);
        return new NotesView(Shown.textOrNull(notes), field, NotesForm.fingerprint(notes), editing, problem);
    }
}
