package com.tachyonfuture.mailtrack.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipientNameTest {

    @ParameterizedTest
    @CsvSource({"Zoë@Example.com, zoe@example.com", "' ADA Lovelace ', ada lovelace", "ﬁne, fine", "Straße, straße"})
    void caseAccentsAndFormsAreLeftOut(String name, String folded) {
        assertThat(RecipientName.folded(name)).isEqualTo(folded);
    }

    @Test
    void whatGrowsTooLongIsCut() {
        assertThat(RecipientName.folded("ﷺ".repeat(255))).hasSize(255);
        assertThat(RecipientName.folded("a\u001fb\u0000")).isEqualTo("ab");
    }
}
