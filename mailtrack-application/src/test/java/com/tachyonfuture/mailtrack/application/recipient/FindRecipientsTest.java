package com.tachyonfuture.mailtrack.application.recipient;

import static com.tachyonfuture.mailtrack.application.contract.RecipientsContract.to;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients.Found;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients.Refused;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients.Request;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FindRecipientsTest {

    private final InMemoryStorageFixture twins = new InMemoryStorageFixture();
    private final FindRecipients findRecipients = new FindRecipients(twins.recipients());

    @BeforeEach
    void someGotMail() {
        for (int i = 1; i <= 5; i++) {
            twins.tracks().add(to(i, "reader" + i + "@example.com"));
        }
        twins.tracks().add(to(6, "Zoë"));
        twins.openLog().write(batch(0, hit(to(2, null)), hit(to(6, null), NOON.plusSeconds(9))), UNJUDGED);
    }

    private Page<Recipient> page(@Nullable String query, RecipientSort sort, int limit, @Nullable String cursor) {
        return ((Found) findRecipients.matching(new Request(query, sort, limit, cursor))).page();
    }

    private static List<String> names(Page<Recipient> page) {
        return page.items().stream().map(Recipient::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void pagesLeadOnUntilEveryoneHasCome(RecipientSort sort) {
        var found = new ArrayList<Recipient>();
        Page<Recipient> page = page(null, sort, 4, null);
        found.addAll(page.items());
        page = page(null, sort, 4, page.next());
        found.addAll(page.items());

        assertThat(page.next()).isNull();
        assertThat(found).isEqualTo(page(null, sort, 100, null).items()).hasSize(6);
    }

    @Test
    void whoIsLookedUpComesByName() {
        Page<Recipient> first = page("READER", RecipientSort.SENT, 2, null);

        assertThat(names(first)).containsExactly("reader1@example.com", "reader2@example.com");
        assertThat(names(page("READER", RecipientSort.SCORE, 2, first.next())))
                .containsExactly("reader3@example.com", "reader4@example.com");
        assertThat(names(page("zoe", RecipientSort.LAST_READ, 2, null))).containsExactly("Zoë");
        assertThat(names(page("  ", RecipientSort.LAST_READ, 2, null))).containsExactly("Zoë", "reader2@example.com");
    }

    @Test
    void theMedianIsWithinWhatHalfOfThemTook() {
        Recipient zoe = findRecipients.by(RecipientKey.of("zoë").orElseThrow()).orElseThrow();
        assertThat(findRecipients.medianToFirstRead(zoe)).contains(Duration.ofSeconds(3));

        for (int i = 7; i <= 9; i++) {
            twins.tracks().add(to(i, "zoë"));
            twins.openLog().write(batch(i, hit(to(i, null), NOON.plusSeconds(11L * i))), UNJUDGED);
        }

        assertThat(findRecipients.medianToFirstRead(zoe)).contains(Duration.ofSeconds(70));
        Recipient unread = findRecipients
                .by(RecipientKey.of("reader1@example.com").orElseThrow())
                .orElseThrow();
        assertThat(findRecipients.medianToFirstRead(unread)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void noPageHasSuchASize(int limit) {
        assertThat(findRecipients.matching(new Request(null, RecipientSort.SENT, limit, null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().violations())
                                .extracting("field")
                                .containsExactly("limit"));
    }

    @Test
    void aQueryHasAnEnd() {
        assertThat(findRecipients.matching(new Request("x".repeat(256), RecipientSort.SENT, 10, null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().violations())
                                .extracting("field")
                                .containsExactly("q"));
    }

    @Test
    void onlyCursorsOfTheSameOrderAreTaken() {
        String ofSent = page(null, RecipientSort.SENT, 2, null).next();
        String key = "0123456789abcdef0123456789abcdef";

        assertRefused(RecipientSort.SCORE, ofSent);
        assertRefused(RecipientSort.SENT, "nonsense");
        assertRefused(RecipientSort.SENT, Cursors.encode("recipient", "sent", "-", "", key));
        assertRefused(RecipientSort.SENT, Cursors.encode("recipient", "sent", "1", "", "no key"));
        assertRefused(RecipientSort.SENT, Cursors.encode("recipient", "sent", "one", "", key));
        assertRefused(RecipientSort.NAME, Cursors.encode("recipient", "name", "1", "a", key));
        assertRefused(RecipientSort.NAME, Cursors.encode("recipient", "name", "-", "a"));
    }

    private void assertRefused(RecipientSort sort, @Nullable String cursor) {
        assertThat(findRecipients.matching(new Request(null, sort, 10, cursor)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().violations())
                                .extracting("field")
                                .containsExactly("cursor"));
    }
}
