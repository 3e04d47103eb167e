package com.tachyonfuture.mailtrack.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 170",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''=1",
                "'@"
            })
    void whatAProgramMightTakeForAFormulaGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.guard(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.unguard(SpreadsheetText.guard(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "Offer", "a=b", " =1", "'tis", "O'Neil", "2026-11-20", "🎉"})
    void allElseStaysAsItIs(String text) {
        assertThat(SpreadsheetText.guard(text)).isEqualTo(text);
        assertThat(SpreadsheetText.unguard(text)).isEqualTo(text);
    }
}
