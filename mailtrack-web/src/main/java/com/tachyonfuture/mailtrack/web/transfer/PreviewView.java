package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Preview;
import com.tachyonfuture.mailtrack.application.transfer.ImportedTrack;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that waits for a yes, or what came of it.
///
/// @param action where the yes goes; null where it was given
/// @param count how many tracks it has
/// @param known that some are there already; null where none is
/// @param confirm what the button says
/// @param done what came of it; null while it waits
/// @param skipped that some were there already; null where none was, or while it waits
/// @param lines the first tracks in it
public record PreviewView(
        @Nullable String action,
        String count,
        @Nullable String known,
        String confirm,
        @Nullable String done,
        @Nullable String skipped,
        List<Line> lines) {

    /// A track in the file.
    ///
    /// @param at null where the file does not say
    public record Line(
            String recipient, String subject, @Nullable MomentView at) {

        static Line of(ImportedTrack track, Words words) {
            return new Line(
                    shown(track.details().recipient(), "track.no-recipient", words),
                    shown(track.details().subject(), "track.no-subject", words),
                    words.times().dated(track.createdAt()));
        }

        private static String shown(@Nullable String text, String otherwise, Words words) {
            return text == null || text.isBlank() ? words.of(otherwise) : text;
        }
    }

    static PreviewView of(Preview preview, Words words) {
        StagedImport staged = preview.staged();
        Brought brought = staged.brought();
        return new PreviewView(
                brought == null ? "/import/" + staged.id() : null,
                words.count("import.count", staged.tracks()),
                staged.known() > 0 ? words.count("import.known", staged.known()) : null,
                words.count("import.confirm", staged.tracks() - staged.known()),
                brought == null ? null : words.count("import.done", brought.added()),
                brought == null || brought.skipped() == 0 ? null : words.count("import.skipped", brought.skipped()),
                preview.first().stream().map(track -> Line.of(track, words)).toList());
    }
}
