package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.TracksContract;

final class InMemoryTracksTest extends InMemoryStorageFixture implements TracksContract {}
