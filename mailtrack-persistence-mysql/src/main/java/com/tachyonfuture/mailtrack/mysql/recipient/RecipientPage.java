package com.tachyonfuture.mailtrack.mysql.recipient;

import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The query for a page of recipients: a stretch of the index that has them in the order that is asked for.
///
/// MySQL counts NULL as the smallest date. Every index ends with the key of the table, which decides between equals.
final class RecipientPage {

    /// Greater than any byte of a text in UTF-8.
    private static final byte BEYOND = (byte) 0xff;

    private final RecipientSort sort;
    private final int limit;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /// @param prefix of names; empty in any other order than that of names
    RecipientPage(RecipientSort sort, String prefix, @Nullable RecipientPosition after, int limit) {
        this.sort = sort;
        this.limit = limit;
        if (!prefix.isEmpty()) {
            beginWith(prefix.getBytes(StandardCharsets.UTF_8));
        }
        if (after != null) {
            startAfter(after);
        }
    }

    private void beginWith(byte[] prefix) {
        byte[] beyond = Arrays.copyOf(prefix, prefix.length + 1);
        beyond[prefix.length] = BEYOND;
        where("sort_text >= ? AND sort_text < ?", prefix, beyond);
    }

    private void startAfter(RecipientPosition after) {
        String key = after.key().value();
        switch (sort) {
            case LAST_READ -> startAfter(after.lastReadAt(), key);
            case SENT, SCORE -> {
                long number = after.number() == null ? 0 : after.number();
                where("(%1$s < ? OR (%1$s = ? AND id < ?))".formatted(column()), number, number, key);
            }
            case NAME -> {
                byte[] name = after.name().getBytes(StandardCharsets.UTF_8);
                where("(sort_text > ? OR (sort_text = ? AND id > ?))", name, name, key);
            }
        }
    }

    private void startAfter(@Nullable Instant lastReadAt, String key) {
        if (lastReadAt == null) {
            where("last_read_at IS NULL AND id < ?", key);
        } else {
            String at = UtcTimes.bound(lastReadAt);
            where("(last_read_at IS NULL OR last_read_at < ? OR (last_read_at = ? AND id < ?))", at, at, key);
        }
    }

    private void where(String condition, Object... values) {
        conditions.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    private String column() {
        return switch (sort) {
            case LAST_READ -> "last_read_at";
            case SENT -> "sent_tracks";
            case SCORE -> "score";
            case NAME -> "sort_text";
        };
    }

    String sql(String columns) {
        String direction = sort == RecipientSort.NAME ? "" : " DESC";
        return """
            /* recipients.page */
            SELECT %s FROM recipients FORCE INDEX (ix_recipients_%s) WHERE TRUE%s
            ORDER BY %2$s%4$s, id%4$s LIMIT ?\
            """.formatted(columns, column(), conditions, direction);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        statement.setInt(parameters.size() + 1, limit);
    }
}
