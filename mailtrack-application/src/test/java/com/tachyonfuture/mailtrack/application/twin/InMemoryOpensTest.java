package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.OpensContract;

final class InMemoryOpensTest extends InMemoryStorageFixture implements OpensContract {}
