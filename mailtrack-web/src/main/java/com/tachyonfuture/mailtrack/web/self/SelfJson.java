package com.tachyonfuture.mailtrack.web.self;

import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Done;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// What was learned or forgotten, in the API.
///
/// @param network of the open's address
/// @param judgedAgain whether all that came from there is judged again by now
@Serdeable(naming = SnakeCaseStrategy.class)
record SelfJson(String network, boolean judgedAgain) {

    static SelfJson of(Done done) {
        return new SelfJson(done.network().toString(), done.complete());
    }
}
