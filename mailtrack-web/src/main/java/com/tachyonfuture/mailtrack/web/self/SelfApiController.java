package com.tachyonfuture.mailtrack.web.self;

import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// Says over HTTP that an open was the owner's, or was not.
@Controller("/api/tracks/{id}/opens/{open}/self")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SelfApiController {

    private final KeepOwnAddresses keepOwnAddresses;

    SelfApiController(KeepOwnAddresses keepOwnAddresses) {
        this.keepOwnAddresses = keepOwnAddresses;
    }

    @Post
    SelfJson learn(String id, String open) {
        return SelfJson.of(SelfOutcomes.done(keepOwnAddresses.learn(TrackIds.parse(id), SelfOutcomes.id(open))));
    }

    @Delete
    SelfJson forget(String id, String open) {
        return SelfJson.of(SelfOutcomes.done(keepOwnAddresses.forget(TrackIds.parse(id), SelfOutcomes.id(open))));
    }
}
