package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.ApiKeysContract;

final class InMemoryApiKeysTest extends InMemoryStorageFixture implements ApiKeysContract {}
