package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.OpenLogContract;

final class InMemoryOpenLogTest extends InMemoryStorageFixture implements OpenLogContract {}
