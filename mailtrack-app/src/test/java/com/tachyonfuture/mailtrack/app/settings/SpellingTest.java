package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> NAMES = List.of("DEBUG", "API_KEY", "BASE_URL", "SMTP_PORT", "MAILTRACK_PORT");

    @ParameterizedTest
    @CsvSource({
        "swapped letters, MAILTRACK_PROT, MAILTRACK_PORT",
        "missing letter, BAS_URL, BASE_URL",
        "further letter, API_KEYS, API_KEY",
        "other letter, DEBUK, DEBUG",
        "nearest of several, SMTP_PORTS, SMTP_PORT",
        "three slips in a long name, MAILTRCK_PROTS, MAILTRACK_PORT",
        "two slips in a short name, DUBEG,",
        "nothing alike, FROBNICATE,",
        "next to nothing, A,",
    })
    void guessesWhatWasMeant(String situation, String name, String meant) {
        assertThat(Spelling.nearest(name, NAMES).orElse(null)).as(situation).isEqualTo(meant);
    }
}
