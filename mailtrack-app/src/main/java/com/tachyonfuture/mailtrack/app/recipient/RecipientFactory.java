package com.tachyonfuture.mailtrack.app.recipient;

import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recipient.MysqlRecipients;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes what is needed to show recipients.
@Factory
final class RecipientFactory {

    @Singleton
    Recipients recipients(Database database) {
        return new MysqlRecipients(database);
    }

    @Singleton
    FindRecipients findRecipients(Recipients recipients) {
        return new FindRecipients(recipients);
    }
}
