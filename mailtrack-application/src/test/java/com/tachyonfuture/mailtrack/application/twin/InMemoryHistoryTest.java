package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.HistoryContract;

final class InMemoryHistoryTest extends InMemoryStorageFixture implements HistoryContract {}
