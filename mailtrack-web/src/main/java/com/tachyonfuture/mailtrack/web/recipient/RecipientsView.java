package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the list of recipients shows.
///
/// @param order the key of the order in words, for the name of the list
/// @param errors what is wrong with the search; then there are no lines
/// @param next the page after this one; null when this is the last
/// @param first the first page; null when this is it
/// @param file the same as a file
/// @param empty whether nobody has got any mail
public record RecipientsView(
        FieldView search,
        List<OrderLink> orders,
        String order,
        List<String> errors,
        List<LineView> lines,
        @Nullable String next,
        @Nullable String first,
        String file,
        boolean empty) {

    static final Map<String, String> LABELS =
            Map.of("q", "filter.the-search", "sort", "recipients.the-order", "cursor", "filter.the-page");

    /// A link that chooses an order.
    public record OrderLink(String href, String word, boolean current) {}

    /// A recipient in the list.
    public record LineView(
            String href,
            String name,
            String sent,
            String delivered,
            String read,
            String reads,
            @Nullable MomentView lastReadAt,
            String score) {

        private static LineView of(Recipient recipient, Words words) {
            return new LineView(
                    RecipientsView.href(recipient),
                    recipient.name(),
                    words.number(recipient.sent()),
                    words.number(recipient.delivered()),
                    words.number(recipient.read()),
                    words.number(recipient.reads()),
                    words.times().ago(recipient.lastReadAt()),
                    words.number(recipient.engagement().score()));
        }
    }

    /// Where the page of a recipient is.
    static String href(Recipient recipient) {
        return "/recipients/" + recipient.key().value();
    }

    static RecipientsView of(RecipientSearch search, Page<Recipient> page, @Nullable Refusal refusal, Words words) {
        var errors = new FieldErrors(refusal == null ? List.of() : refusal.violations(), LABELS, words);
        boolean all = search.q() == null && search.cursor() == null && refusal == null;
        return new RecipientsView(
                errors.field("q", search.q()),
                Arrays.stream(RecipientSort.values())
                        .map(sort -> new OrderLink(RecipientSearch.href(sort), word(sort, words), search.isIn(sort)))
                        .toList(),
                order(search, words),
                errors.sentences(),
                page.items().stream()
                        .map(recipient -> LineView.of(recipient, words))
                        .toList(),
                page.next() == null ? null : search.hrefFrom(page.next()),
                search.cursor() == null ? null : search.hrefFrom(null),
                search.file(),
                all && page.items().isEmpty());
    }

    private static String word(RecipientSort sort, Words words) {
        return words.of("recipients.order." + sort.code());
    }

    private static String order(RecipientSearch search, Words words) {
        return Arrays.stream(RecipientSort.values())
                .filter(search::isIn)
                .findFirst()
                .map(sort -> word(sort, words))
                .orElseGet(() -> word(RecipientSort.NAME, words));
    }
}
