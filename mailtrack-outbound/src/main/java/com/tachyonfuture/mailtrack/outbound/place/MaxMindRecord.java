package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a database says of a network, in whichever layout: nested as MaxMind and DB-IP have it (`country.iso_code`), or
/// flat as ip-location-db and IPinfo have it (`country_code`, or `country` for the code).
record MaxMindRecord(Map<?, ?> fields) {

    static final MaxMindRecord EMPTY = new MaxMindRecord(Map.of());

    private static final int LONGEST_TEXT = 100;

    private static final List<String> NUMBERS = List.of("autonomous_system_number", "asn", "as_number");
    private static final List<String> OPERATORS =
            List.of("autonomous_system_organization", "as_name", "as_organization", "asn_organization", "organization");

    /// Codes that stand for no country.
    private static final Set<String> NOWHERE = Set.of("XX", "ZZ");

    private static final Map<String, String> COUNTRIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));

    Place place() {
        return place(
                first(text("country", "iso_code"), text("country_code"), text("country")),
                first(text("country", "names", "en"), text("country_name"), spelledOut()),
                first(text("city", "names", "en"), text("city"), text("city_name")));
    }

    /// The place of these texts, as far as they will do.
    static Place place(@Nullable String code, @Nullable String country, @Nullable String city) {
        String known = countryCode(code);
        String name = first(printable(country), known == null ? null : COUNTRIES.get(known));
        String town = printable(city);
        return known == null && name == null && town == null ? Place.UNKNOWN : new Place(known, name, town);
    }

    private static @Nullable String countryCode(@Nullable String code) {
        if (code == null || code.length() != 2) {
            return null;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        boolean letters = upper.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return letters && !NOWHERE.contains(upper) ? upper : null;
    }

    /// Whether countries and cities have fields of their own.
    boolean isNested() {
        return fields.get("country") instanceof Map<?, ?> || fields.get("city") instanceof Map<?, ?>;
    }

    /// Where `country` is no code.
    private @Nullable String spelledOut() {
        String country = text("country");
        return country == null || country.length() <= 2 ? null : country;
    }

    Optional<Network> network() {
        return NUMBERS.stream()
                .map(fields::get)
                .flatMap(value -> number(value).stream())
                .findFirst()
                .map(number -> new Network(number, operator().orElse("AS" + number)));
    }

    /// A number, or a text such as `AS64500`.
    private static Optional<Long> number(@Nullable Object value) {
        String text = value instanceof Number || value instanceof String ? value.toString() : "";
        String digits = text.regionMatches(true, 0, "AS", 0, 2) ? text.substring(2) : text;
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain
                ? Optional.of(Long.valueOf(digits)).filter(number -> number > 0 && number <= 0xffff_ffffL)
                : Optional.empty();
    }

    private Optional<String> operator() {
        return OPERATORS.stream()
                .map(name -> Optional.ofNullable(text(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /// The text at the end of a path of names; null where there is none, or something else.
    private @Nullable String text(String... path) {
        Object value = fields;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text ? printable(text) : null;
    }

    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        String clean = (plain ? text : text.replaceAll("\\p{Cntrl}", " ")).strip();
        if (clean.isEmpty() || clean.equals("-")) {
            return null;
        }
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        boolean whole = !Character.isHighSurrogate(clean.charAt(LONGEST_TEXT - 1));
        return clean.substring(0, whole ? LONGEST_TEXT : LONGEST_TEXT - 1);
    }
}
