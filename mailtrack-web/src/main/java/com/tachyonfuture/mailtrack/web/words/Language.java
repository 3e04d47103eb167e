package com.tachyonfuture.mailtrack.web.words;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language that pages are written in.
public enum Language {
    ENGLISH("English", Locale.ENGLISH),
    FRENCH("Français", Locale.FRENCH),
    GERMAN("Deutsch", Locale.GERMAN);

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As those call it who speak it.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// As HTTP and HTML write it: `fr`.
    public String code() {
        return locale.getLanguage();
    }

    /// Whether a number is told as one of a thing: in French, none is too.
    boolean isOne(long number) {
        return number == 1 || (this == FRENCH && number == 0);
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /// The language that is wanted most of those that there are; null when none of them is wanted.
    ///
    /// @param header as browsers send it in `Accept-Language`, or anything else
    public static @Nullable Language wanted(String header) {
        Language best = null;
        var most = BigDecimal.ZERO;
        for (String range : header.split(",", 0)) {
            String[] parts = range.split(";", 2);
            Optional<Language> language = of(primary(parts[0]));
            BigDecimal weight = parts.length == 1 ? BigDecimal.ONE : weight(parts[1]);
            if (language.isPresent() && weight.compareTo(most) > 0) {
                best = language.get();
                most = weight;
            }
        }
        return best;
    }

    private static String primary(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
    }

    /// What can't be read weighs nothing.
    private static BigDecimal weight(String parameter) {
        String text = parameter.strip().toLowerCase(Locale.ROOT);
        return text.matches("q=[01](\\.\\d{0,3})?") ? new BigDecimal(text.substring(2)) : BigDecimal.ZERO;
    }
}
