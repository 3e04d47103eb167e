package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailboxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ada@example.com||ada@example.com|ada@example.com",
                " <ada@example.com> ||ada@example.com|ada@example.com",
                "Ada Lovelace <ada@example.com>|Ada Lovelace|ada@example.com|Ada Lovelace <ada@example.com>",
                "Ada<ada@example.com>|Ada|ada@example.com|Ada <ada@example.com>",
                "\"Lovelace, Ada\" <ada@x>|Lovelace, Ada|ada@x|\"Lovelace, Ada\" <ada@x>",
                "Lovelace, Ada <ada@x>|Lovelace, Ada|ada@x|\"Lovelace, Ada\" <ada@x>",
                "\"A \\\"B\\\" \\\\C\" <a@x>|A \"B\" \\C|a@x|\"A \\\"B\\\" \\\\C\" <a@x>",
                "\"\" <a@x>||a@x|a@x",
                "Zoë 🎉 <zoë@bücher.example>|Zoë 🎉|zoë@bücher.example|Zoë 🎉 <zoë@bücher.example>",
            })
    void isANameAndAnAddress(String text, String name, String address, String written) {
        var mailbox = Mailbox.parse(text).orElseThrow();

        assertThat(mailbox).isEqualTo(new Mailbox(name, address));
        assertThat(mailbox.text()).isEqualTo(written);
        assertThat(Mailbox.parse(written)).contains(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ada",
                "@",
                "a@",
                "@x",
                "a@b@c",
                "a b@x",
                "Ada <>",
                "Ada <ada>",
                "a@x <",
                "<a@x",
                "a@x>",
                "<a@x> b"
            })
    void whatHasNoAddressIsNone(String text) {
        assertThat(Mailbox.parse(text)).isEmpty();
    }
}
