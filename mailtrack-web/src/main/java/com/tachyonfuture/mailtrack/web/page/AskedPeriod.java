package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The period that the address of a page asks for: by its code (`period=7d`), or by its days
/// (`from=2026-11-01&to=2026-11-20`, without the latter until today).
///
/// @param code that of days of one's own choice is `custom`; where what was asked for is wrong, it is the usual one
/// @param first null unless days were chosen
/// @param last null unless days were chosen
/// @param from as it was typed
/// @param to as it was typed
public record AskedPeriod(
        String code,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String from,
        @Nullable String to,
        List<Violation> violations) {

    public static final String CUSTOM = "custom";

    private static final String USUAL = "30d";
    private static final List<String> CODES = List.of("today", "7d", USUAL, "90d", "all");

    private static final String CODE = "period";
    private static final String FROM = "from";
    private static final String TO = "to";

    /// The names of its parameters.
    public static final List<String> NAMES = List.of(CODE, FROM, TO);

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private static final Map<String, String> LABELS =
            Map.of(CODE, "period.the-period", FROM, "filter.the-first-day", TO, "filter.the-last-day");

    public AskedPeriod {
        violations = List.copyOf(violations);
    }

    /// What the parameters ask for; where they ask for nothing, the usual period.
    public static AskedPeriod of(Parameters asked, LocalDate today) {
        String from = asked.text(FROM);
        String to = asked.text(TO);
        return from == null && to == null ? coded(asked.text(CODE)) : ofDays(from, to, today);
    }

    private static AskedPeriod coded(@Nullable String code) {
        if (code == null || CODES.contains(code)) {
            return new AskedPeriod(code == null ? USUAL : code, null, null, null, null, List.of());
        }
        var wrong = new Violation(CODE, "is none that there is");
        return new AskedPeriod(USUAL, null, null, null, null, List.of(wrong));
    }

    private static AskedPeriod ofDays(@Nullable String from, @Nullable String to, LocalDate today) {
        var wrong = new ArrayList<Violation>();
        LocalDate first = day(FROM, from, wrong);
        LocalDate last = to == null ? today : day(TO, to, wrong);
        if (first != null && last != null && last.isBefore(first)) {
            wrong.add(new Violation(TO, "is before the first day"));
        }
        return wrong.isEmpty()
                ? new AskedPeriod(CUSTOM, first, last, from, to, wrong)
                : new AskedPeriod(USUAL, null, null, from, to, wrong);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, List<Violation> wrong) {
        if (text == null) {
            wrong.add(new Violation(field, "is empty"));
            return null;
        }
        Optional<LocalDate> day = parse(text);
        if (day.isEmpty()) {
            wrong.add(new Violation(
                    field, "must be a day such as 2026-11-20, in the years " + FIRST_YEAR + " to " + LAST_YEAR));
        }
        return day.orElse(null);
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// The period as the numbers know it.
    public Period period() {
        return first == null || last == null
                ? Period.of(code).orElse(Period.USUAL)
                : Period.custom(new Days(first, last));
    }

    public boolean isAll() {
        return period().isAll();
    }

    /// What addresses say to ask for this period, in their order; nothing for the usual one.
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (first != null && last != null) {
            parameters.put(FROM, first.toString());
            parameters.put(TO, last.toString());
        } else if (!code.equals(USUAL)) {
            parameters.put(CODE, code);
        }
        return parameters;
    }

    /// How the period is shown, and changed to another.
    ///
    /// @param path of the page
    /// @param kept parameters of the page that stay as they are
    public PeriodView view(String path, Map<String, String> kept, Words words) {
        var errors = new FieldErrors(violations, LABELS, words);
        return new PeriodView(
                path,
                label(words),
                CODES.stream().map(other -> link(other, path, kept, words)).toList(),
                kept,
                errors.field(FROM, from),
                errors.field(TO, to),
                errors.sentences());
    }

    private String label(Words words) {
        return first == null || last == null
                ? words.of("period." + code)
                : words.of(
                        "period.days",
                        words.times().shortDay(first),
                        words.times().shortDay(last));
    }

    private PeriodView.Link link(String other, String path, Map<String, String> kept, Words words) {
        var address = new NextPage(path);
        kept.forEach(address::with);
        return new PeriodView.Link(
                address.with(CODE, other).toString(), words.of("period." + other), other.equals(code));
    }
}
