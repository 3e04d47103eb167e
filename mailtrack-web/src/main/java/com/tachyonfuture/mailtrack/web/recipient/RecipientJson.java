package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.api.Iso;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recipient in the API and in files.
///
/// @param sent how many tracks there are for them
/// @param read how many of these they read
/// @param reads how often they read, each time counted
/// @param score engagement from 0 to 100
@Serdeable(naming = SnakeCaseStrategy.class)
record RecipientJson(
        String key,
        String recipient,
        long sent,
        long delivered,
        long read,
        long reads,
        @Nullable String lastReadAt,
        int score) {

    static final List<Column<RecipientJson>> COLUMNS = List.of(
            new Column<>("recipient", RecipientJson::recipient),
            new Column<>("sent", RecipientJson::sent),
            new Column<>("delivered", RecipientJson::delivered),
            new Column<>("read", RecipientJson::read),
            new Column<>("reads", RecipientJson::reads),
            new Column<>("last_read_at", RecipientJson::lastReadAt),
            new Column<>("score", RecipientJson::score),
            new Column<>("key", RecipientJson::key));

    static RecipientJson of(Recipient recipient) {
        return new RecipientJson(
                recipient.key().value(),
                recipient.name(),
                recipient.sent(),
                recipient.delivered(),
                recipient.read(),
                recipient.reads(),
                Iso.of(recipient.lastReadAt()),
                recipient.engagement().score());
    }
}
