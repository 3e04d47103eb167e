package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How many there are in each country, the darker the more. The borders are Natural Earth's, in an asset of their own.
///
/// @param text what there is to see, for whoever can't
/// @param countries those on the map; countries that it does not have are in the table
public record WorldMap(ChartHead head, String text, List<Country> countries, ChartTable table, boolean empty) {

    private static final String FILE = "/public/map/world.svg";
    private static final Set<String> KNOWN = known();

    /// A country with a number.
    ///
    /// @param code two letters of ISO 3166, which is its name on the map
    /// @param style how dark it is
    public record Country(String code, String style, String says) {}

    /// A map of one number a country.
    ///
    /// @param name what is counted
    /// @param counts by the codes of countries, in the order of the table
    public static WorldMap of(ChartHead head, String name, Map<String, Long> counts, Words words) {
        List<String> codes = List.copyOf(counts.keySet());
        List<String> labels = codes.stream().map(code -> label(code, words)).toList();
        var series = new Series(name, List.copyOf(counts.values()));
        return new WorldMap(
                head,
                series.text(labels, words),
                codes.stream()
                        .filter(KNOWN::contains)
                        .map(code -> country(code, counts.getOrDefault(code, 0L), series, words))
                        .toList(),
                Slots.table(words.of("chart.country"), labels, List.of(series), words),
                series.most() == 0);
    }

    private static String label(String code, Words words) {
        return Objects.requireNonNull(words.country(code, code));
    }

    private static Country country(String code, long count, Series series, Words words) {
        String value = words.of("chart.value", series.name(), count);
        return new Country(
                code,
                "map__country is-" + Shade.of(count, series.most()),
                words.of("chart.point", label(code, words), value));
    }

    private static Set<String> known() {
        try (InputStream map = WorldMap.class.getResourceAsStream(FILE)) {
            String svg = new String(Objects.requireNonNull(map, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("id=\"([A-Z]{2})\"")
                    .matcher(svg)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
