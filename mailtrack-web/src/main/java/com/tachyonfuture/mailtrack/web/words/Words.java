package com.tachyonfuture.mailtrack.web.words;

import io.micronaut.context.MessageSource.MessageContext;
import java.text.NumberFormat;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a page says, in the language of whoever reads it: texts by their keys, numbers, shares, countries and times.
public final class Words {

    private final Language language;
    private final Messages messages;
    private final DisplayTimes times;

    Words(Language language, Messages messages, InstantSource clock, ZoneId zone) {
        this.language = language;
        this.messages = messages;
        this.times = new DisplayTimes(clock, zone, this);
    }

    public Language language() {
        return language;
    }

    /// How points in time are told.
    public DisplayTimes times() {
        return times;
    }

    /// The text of a key.
    ///
    /// @param values what it is filled with; whole numbers are written as [#number] does
    public String of(String key, Object... values) {
        return find(key, values).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    }

    /// The text of a key, or else what the program says in English for all who ask, such as the API.
    public String orEnglish(String key, String english) {
        return language == Language.ENGLISH ? english : find(key).orElse(english);
    }

    /// The text for so many of a thing: that of the key with `.one` or `.other`, filled with the number first.
    public String count(String key, long number, Object... others) {
        Object[] values = Stream.concat(Stream.of(number), Stream.of(others)).toArray();
        return of(key + (language.isOne(number) ? ".one" : ".other"), values);
    }

    private Optional<String> find(String key, Object... values) {
        Map<String, Object> filling = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            filling.put(String.valueOf(i), shown(values[i]));
        }
        var context = MessageContext.of(locale(), filling);
        return messages.getRawMessage(key, context).map(text -> messages.interpolate(text, context));
    }

    private Object shown(Object value) {
        return value instanceof Integer || value instanceof Long ? number(((Number) value).longValue()) : value;
    }

    /// A whole number: "1,234".
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /// A share of a whole: "66%".
    ///
    /// @param share 1 is the whole
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    /// The name of a country.
    ///
    /// @param code two letters of ISO 3166
    /// @param otherwise what to say when the code is not known
    public @Nullable String country(@Nullable String code, @Nullable String otherwise) {
        if (code == null || !code.matches("[A-Z]{2}")) {
            return otherwise;
        }
        String name = Locale.of("", code).getDisplayCountry(locale());
        return name.isEmpty() || name.equals(code) ? otherwise : name;
    }

    /// What is wrong with something that was typed, after the words that name it: "has more than 100 characters".
    ///
    /// @param english as the program says it to all
    public String violation(String english) {
        return language == Language.ENGLISH
                ? english
                : SaidInEnglish.find(messages.of(Language.ENGLISH), "violation.", english)
                        .map(said -> of(said.key(), said.values().toArray()))
                        .orElse(english);
    }

    Locale locale() {
        return language.locale();
    }
}
