package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import org.jspecify.annotations.Nullable;

/// Which recipients are asked for, as it stands in an address.
///
/// @param q how the name begins
/// @param sort the code of the order
record RecipientSearch(
        @Nullable String q, @Nullable String sort, @Nullable String cursor) {

    static RecipientSearch of(Parameters asked) {
        String q = asked.text("q");
        return new RecipientSearch(q == null || q.isBlank() ? null : q, asked.text("sort"), asked.text("cursor"));
    }

    /// @throws RefusedRequest when there is no such order
    FindRecipients.Request request(int limit, @Nullable String from) {
        return new FindRecipients.Request(q, order(), limit, from);
    }

    private RecipientSort order() {
        return sort == null
                ? RecipientSort.LAST_READ
                : RecipientSort.of(sort).orElseThrow(RecipientSearch::noSuchOrder);
    }

    private static RefusedRequest noSuchOrder() {
        return new RefusedRequest(Refusal.invalid("sort", "must be one of last_read, sent, score, name"));
    }

    /// Whether a list is in an order: who is looked up comes by name.
    boolean isIn(RecipientSort other) {
        return q == null && (sort == null ? other == RecipientSort.LAST_READ : sort.equals(other.code()));
    }

    /// The address of all in an order.
    static String href(RecipientSort other) {
        return address("/recipients", null, other == RecipientSort.LAST_READ ? null : other.code())
                .toString();
    }

    /// The address of the same from a cursor on; null: from the beginning.
    String hrefFrom(@Nullable String next) {
        return address("/recipients", q, sort).with("cursor", next).toString();
    }

    /// The address of the same as a file.
    String file() {
        return address("/export/recipients.csv", q, sort).toString();
    }

    private static NextPage address(String path, @Nullable String q, @Nullable String sort) {
        return new NextPage(path).with("q", q).with("sort", sort);
    }
}
