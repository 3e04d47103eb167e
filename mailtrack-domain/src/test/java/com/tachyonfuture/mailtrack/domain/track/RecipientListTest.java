package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.track.RecipientList.Entry;
import com.tachyonfuture.mailtrack.domain.track.RecipientList.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecipientListTest {

    private static List<String> texts(RecipientList list) {
        return list.recipients().stream().map(entry -> entry.mailbox().text()).toList();
    }

    @Test
    void recipientsStandOnLinesOrBetweenCommasAndSemicolons() {
        var list = RecipientList.parse("a@x\r\nb@x, c@x,\n\n  Dora <d@x>;e@x;\rf@x\tg@x");

        assertThat(texts(list)).containsExactly("a@x", "b@x", "c@x", "Dora <d@x>", "e@x", "f@x", "g@x");
        assertThat(list.recipients()).extracting(Entry::line).containsExactly(1, 2, 2, 4, 4, 5, 5);
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void commasInNamesAreUnderstoodInQuotationMarksAndBesideSemicolons() {
        var quoted = RecipientList.parse("\"Lovelace, Ada\" <a@x>, \"B; \\\" C\" <b@x>");
        var outlook = RecipientList.parse("Lovelace, Ada <a@x>; Byron, George <b@x>");

        assertThat(texts(quoted)).containsExactly("\"Lovelace, Ada\" <a@x>", "\"B; \\\" C\" <b@x>");
        assertThat(texts(outlook)).containsExactly("\"Lovelace, Ada\" <a@x>", "\"Byron, George\" <b@x>");
        assertThat(outlook.problems()).isEmpty();
    }

    @Test
    void whoIsThereTwiceIsNotedAndTakenOnce() {
        var list = RecipientList.parse("a@x\nb@x\nAda <A@X>");

        assertThat(texts(list)).containsExactly("a@x", "b@x");
        assertThat(list.repeats()).containsExactly(new Entry(3, new Mailbox("Ada", "A@X")));
    }

    @Test
    void whatIsNoAddressIsNamedWithItsLine() {
        var list = RecipientList.parse("a@x\nBob\nLovelace, Ada <l@x>\n\"open <o@x>, p@x");

        assertThat(list.problems())
                .containsExactly(
                        new Problem(2, "Bob", "is not an e-mail address"),
                        new Problem(3, "Lovelace", "is not an e-mail address"),
                        new Problem(4, "\"open <o@x>, p@x", "is not an e-mail address"));
    }

    @Test
    void aLongMistakeIsCut() {
        var list = RecipientList.parse("🎉".repeat(100));

        assertThat(list.problems()).containsExactly(new Problem(1, "🎉".repeat(60) + "…", "is not an e-mail address"));
    }

    @Test
    void aRecipientThatIsTooLongIsNamed() {
        var list = RecipientList.parse("a".repeat(300) + "@x");

        assertThat(list.problems())
                .containsExactly(new Problem(1, "a".repeat(60) + "…", "has 302 characters; at most 255 are allowed"));
    }

    @Test
    void fiveHundredAreAllowedAndNotOneMore() {
        var list = RecipientList.parse(many(500));
        var longer = RecipientList.parse(many(502));

        assertThat(list.problems()).isEmpty();
        assertThat(list.recipients()).hasSize(500);
        assertThat(longer.problems())
                .containsExactly(new Problem(501, "r500@x", "is more than the 500 recipients that are allowed"));
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i + "@x").collect(Collectors.joining("\n"));
    }

    @Test
    void nothingIsNobody() {
        assertThat(RecipientList.parse(" \n , ;\n").isEmpty()).isTrue();
        assertThat(RecipientList.parse("x").isEmpty()).isFalse();
    }
}
