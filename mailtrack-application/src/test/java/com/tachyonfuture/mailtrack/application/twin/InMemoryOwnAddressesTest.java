package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.OwnAddressesContract;

final class InMemoryOwnAddressesTest extends InMemoryStorageFixture implements OwnAddressesContract {}
