package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void everythingButPagesIsMeasuredUnlessSomethingIsNamed() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(parse().measures()))).containsExactly(Measure.PAGES);
        assertThat(parse("pixel", "timing").measures()).containsExactly(Measure.PIXEL, Measure.TIMING);
    }

    @Test
    void jmhMeansTheSmallParts() {
        assertThat(parse("jmh").measures()).containsExactly(Measure.CODEC, Measure.STEPS);
    }

    @Test
    void seedAloneMeasuresNothing() {
        Options options = parse("seed", "--tracks", "50", "--opens", "700");

        assertThat(options.seed()).isTrue();
        assertThat(options.measures()).isEmpty();
        assertThat(options.large()).isEqualTo(new DataSet(50, 700));
        assertThat(parse("pages").large()).isEqualTo(new DataSet(100_000, 10_000_000));
    }

    @Test
    void numbersMayHaveUnderscores() {
        assertThat(parse("--hits", "5_000_000").hits()).isEqualTo(5_000_000);
        assertThat(parse("--connections", "8,16").connections()).containsExactly(8, 16);
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        assertThat(Options.parse(List.of(), "mysql://one").database()).contains("mysql://one");
        assertThat(Options.parse(List.of("--database", "mysql://two"), "mysql://one")
                        .database())
                .contains("mysql://two");
        assertThat(Options.parse(List.of(), " ").database()).isEmpty();
    }

    @Test
    void aDatabaseOfCountriesHasToBeThere() {
        assertThat(parse("--countries", "pom.xml").countries())
                .hasValueSatisfying(file -> assertThat(file).isAbsolute().hasFileName("pom.xml"));
        assertThatThrownBy(() -> parse("--countries", "nowhere/country.mmdb"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("--countries")
                .hasMessageContaining("nowhere");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> parse("pixels"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("\"pixels\"");
        assertThatThrownBy(() -> parse("--seconds", "0"))
                .isInstanceOf(BenchFailure.class)
                .hasMessage("--seconds is \"0\"; allowed: a whole number from 1 on.");
        assertThatThrownBy(() -> parse("--tracks", "1_000_001"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("--tracks");
        assertThatThrownBy(() -> parse("--rounds"))
                .isInstanceOf(BenchFailure.class)
                .hasMessage("--rounds needs a value.");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), null);
    }
}
