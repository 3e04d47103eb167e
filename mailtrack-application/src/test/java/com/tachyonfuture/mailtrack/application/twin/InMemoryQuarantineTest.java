package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.QuarantineContract;

final class InMemoryQuarantineTest extends InMemoryStorageFixture implements QuarantineContract {}
