package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.RecipientsContract;

final class InMemoryRecipientsTest extends InMemoryStorageFixture implements RecipientsContract {}
