package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.SessionsContract;

final class InMemorySessionsTest extends InMemoryStorageFixture implements SessionsContract {}
