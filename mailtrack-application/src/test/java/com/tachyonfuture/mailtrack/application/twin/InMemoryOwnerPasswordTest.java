package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.OwnerPasswordContract;

final class InMemoryOwnerPasswordTest extends InMemoryStorageFixture implements OwnerPasswordContract {}
