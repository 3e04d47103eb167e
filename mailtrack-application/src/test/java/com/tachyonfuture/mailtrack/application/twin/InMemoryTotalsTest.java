package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.TotalsContract;

final class InMemoryTotalsTest extends InMemoryStorageFixture implements TotalsContract {}
