package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.ArrivalsContract;

final class InMemoryArrivalsTest extends InMemoryStorageFixture implements ArrivalsContract {}
