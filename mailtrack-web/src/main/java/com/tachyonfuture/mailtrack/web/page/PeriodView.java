package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.web.form.FieldView;
import java.util.List;
import java.util.Map;

/// How a page shows its period, and lets another be chosen.
///
/// @param action where the form with days of one's own choice goes
/// @param label the period in words
/// @param kept what the form sends besides
/// @param errors what is wrong with the period that was asked for
public record PeriodView(
        String action,
        String label,
        List<Link> links,
        Map<String, String> kept,
        FieldView from,
        FieldView to,
        List<String> errors) {

    public PeriodView {
        kept = Map.copyOf(kept);
    }

    /// A way to the same page for another period.
    public record Link(String href, String label, boolean current) {}
}
