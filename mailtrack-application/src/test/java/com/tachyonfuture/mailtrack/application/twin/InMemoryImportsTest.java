package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.ImportsContract;

final class InMemoryImportsTest extends InMemoryStorageFixture implements ImportsContract {}
