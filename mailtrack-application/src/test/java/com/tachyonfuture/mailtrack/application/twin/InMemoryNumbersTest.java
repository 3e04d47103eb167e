package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.NumbersContract;

final class InMemoryNumbersTest extends InMemoryStorageFixture implements NumbersContract {}
