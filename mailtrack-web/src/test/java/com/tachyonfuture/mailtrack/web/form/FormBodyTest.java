package com.tachyonfuture.mailtrack.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormBodyTest {

    private static final int MOST = 1_100;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b|a|b",
                "a=|a|''",
                "a|a|''",
                "=b|''|b",
                "a=b=c|a|b=c",
                "a=b#c;d?e|a|b#c;d?e",
                "?a=b|?a|b",
                "a=b+c%20d%2Be|a|b c d+e",
                "a=%C3%A4%e2%82%ac|a|ä€",
                "a=ä|a|ä",
                "%61=1|a|1",
                "a=%26%3D|a|&=",
                "a=1&a=2|a|1",
                "&&a=1&&|a|1",
            })
    void aFieldIsWhatWasTyped(String body, String name, String value) {
        assertThat(FormBody.parse(body)).containsEntry(name, value);
    }

    @Test
    void lineEndsAndNulsStayWhatTheyAre() {
        assertThat(FormBody.parse("a=%0D%0A%00")).containsExactly(Map.entry("a", "\r\n\u0000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%2",
                "a=%zz",
                "a=%2x",
                "%=1",
                "a=%-1",
                "a=%FF",
                "a=%C3",
                "a=%C3%28",
                "a=%ED%A0%80",
                "a=%C0%80"
            })
    void whatIsEncodedWronglyIsRefused(String body) {
        var refused = catchThrowableOfType(RefusedRequest.class, () -> FormBody.parse(body));

        assertThat(refused.refusal().kind()).hasToString("INVALID");
        assertThat(refused.refusal().message()).startsWith("The parameter form ");
    }

    @Test
    void thereAreNotManyMoreFieldsThanTracksThatMayBeChosen() {
        String most = IntStream.range(0, MOST).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));

        assertThat(FormBody.parse(most)).hasSize(MOST);
        assertThat(catchThrowableOfType(RefusedRequest.class, () -> FormBody.parse(most + "&more=x")))
                .isNotNull();
        assertThat(catchThrowableOfType(RefusedRequest.class, () -> FormBody.parse("&".repeat(1_000_000))))
                .isNotNull();
    }
}
