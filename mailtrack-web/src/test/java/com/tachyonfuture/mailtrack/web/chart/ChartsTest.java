package com.tachyonfuture.mailtrack.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.web.words.Speaking;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What charts are made of.
final class ChartsTest {

    private final Words words = Speaking.english();

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "4, 1, 4",
        "5, 2, 3",
        "9, 5, 2",
        "40, 10, 4",
        "41, 20, 3",
        "1234567, 500000, 3",
        "9223372036854775807, 5000000000000000000, 2"
    })
    void aScaleEndsAtARoundNumber(long most, long step, int steps) {
        assertThat(Scale.upTo(most)).isEqualTo(new Scale(step, steps));
    }

    @Test
    void aScaleStandsOnTheGround() {
        Scale scale = Scale.upTo(40);

        assertThat(scale.y(0)).isEqualTo(1000);
        assertThat(scale.y(40)).isZero();
        assertThat(scale.lines(words))
                .containsExactly(
                        new Scale.Line("100.00%", "0"),
                        new Scale.Line("75.00%", "10"),
                        new Scale.Line("50.00%", "20"),
                        new Scale.Line("25.00%", "30"),
                        new Scale.Line("0.00%", "40"));
    }

    @Test
    void aLineGoesThroughTheMiddlesOfItsSlots() {
        TimeChart chart = Gallery.days("x", List.of(0L, 4L), List.of(2L, 0L), words);

        assertThat(chart.line()).isEqualTo("M250 1000L750 0");
        assertThat(chart.area()).isEqualTo("M250 1000L750 0V1000H250z");
        assertThat(chart.bars()).isEqualTo("M125 1000V500H375V1000z");
    }

    @Test
    void onePointIsALineOverAll() {
        assertThat(Gallery.days("x", List.of(4L), List.of(0L), words).line()).isEqualTo("M0 0H1000");
    }

    @Test
    void whatThereIsToSeeIsSaid() {
        TimeChart chart = Gallery.days("x", List.of(1000L, 2L), List.of(0L, 0L), words);

        assertThat(chart.text()).isEqualTo("Reads: 1,002 in all, most 1,000 (22 Oct 2026). Sent: none.");
        assertThat(chart.points().getFirst().says()).isEqualTo("22 Oct 2026: Reads 1,000, Sent 0");
        assertThat(chart.table().rows().getFirst().values()).containsExactly("1,000", "0");
    }

    @Test
    void labelsAreFewEnoughForAPhone() {
        List<Long> year = Collections.nCopies(366, 1L);

        assertThat(Gallery.days("x", year, year, words).labels())
                .extracting(Slots.Label::anchor)
                .containsExactly("start", "middle", "middle", "end");
    }

    /// Eight characters are "14. Nov.", nine are "14. Sept.".
    @ParameterizedTest(name = "{0} points, labels of {1} characters: {2}")
    @CsvSource({
        "1, 8, 0",
        "2, 9, 0 1",
        "5, 9, 0 1 2 3 4",
        "7, 6, 0 2 4 6",
        "7, 8, 0 2 4 6",
        "7, 9, 0 2 4 6",
        "12, 9, 0 4 7 11",
        "13, 8, 0 3 6 9 12",
        "24, 5, 0 6 12 17 23",
        "30, 8, 0 7 15 22 29",
        "30, 9, 0 10 19 29",
        "7, 40, 0 6"
    })
    void labelsDoNotRunIntoOneAnotherOnAPhone(int points, int characters, String labeled) {
        List<String> texts = IntStream.range(0, points)
                .mapToObj(i -> i + ".".repeat(characters))
                .map(text -> text.substring(0, characters))
                .toList();

        assertThat(new Slots(points)
                        .labels(texts).stream()
                                .map(label -> label.text().replace(".", ""))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(labeled);
    }

    @Test
    void aChartNeedsANumberForEachMoment() {
        var head = new ChartHead("x", "X", null);
        var one = new Series("One", List.of(1L));

        assertThatThrownBy(() -> TimeChart.of(head, one, null, List.of(), "Day", words))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(head, one, List.of("a", "b"), "Range", words))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeatMap.of(head, "Reads", List.of(1L), words)).hasMessageContaining("168");
    }

    @Test
    void theLargestBarIsFullAndSharesAreOfAll() {
        Bars bars = Bars.of(
                new ChartHead("x", "X", null),
                "Client",
                "Reads",
                List.of(new Bars.Item("a", null, 50), new Bars.Item("b", null, 25)),
                100,
                words);

        assertThat(bars.bars()).extracting(Bars.Bar::width).containsExactly("100.00%", "50.00%");
        assertThat(bars.bars()).extracting(Bars.Bar::share).containsExactly("50%", "25%");
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0", "1, 1000000, 1", "5, 10, 3", "10, 10, 5", "0, 0, 0"})
    void whateverThereIsCanBeToldFromNothing(long number, long most, int shade) {
        assertThat(Shade.of(number, most)).isEqualTo(shade);
    }

    @Test
    void anHourOfTheWeekIsInItsPlace() {
        HeatMap map = Gallery.of(words).heats().getFirst();

        assertThat(map.cells()).hasSize(168);
        assertThat(map.cells().get(24 + 6))
                .extracting(HeatMap.Cell::x, HeatMap.Cell::y)
                .containsExactly("25.00%", "14.29%");
        assertThat(map.cells().get(24 + 6).says()).startsWith("Tuesday, 6:00: Reads ");
        assertThat(map.table().rows())
                .hasSize(7)
                .allSatisfy(row -> assertThat(row.values()).hasSize(24));
    }

    @Test
    void aCountryThatIsNotOnTheMapIsInTheTable() {
        WorldMap map = WorldMap.of(new ChartHead("x", "X", null), "Reads", Map.of("XX", 3L), words);

        assertThat(map.countries()).isEmpty();
        assertThat(map.table().rows()).containsExactly(new ChartTable.Row("XX", List.of("3")));
    }

    @Test
    void theSmallestCountriesAreOnTheMapToo() {
        for (String code : List.of("DE", "FR", "US", "SG", "MT", "HK", "LI", "XK", "VA")) {
            WorldMap map = WorldMap.of(new ChartHead("x", "X", null), "Reads", Map.of(code, 3L), words);

            assertThat(map.countries()).as(code).hasSize(1);
        }
    }
}
