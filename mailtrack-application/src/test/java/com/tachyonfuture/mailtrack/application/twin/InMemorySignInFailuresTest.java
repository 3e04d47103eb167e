package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.SignInFailuresContract;

final class InMemorySignInFailuresTest extends InMemoryStorageFixture implements SignInFailuresContract {}
