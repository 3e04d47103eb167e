package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// Lets nobody into the API without a key, not even to learn which addresses it has. The controllers say it again for
/// themselves, should a path ever be written in a way that does not look like the API's.
@Singleton
final class ApiAccess implements SecurityRule<HttpRequest<?>> {

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        boolean intruder = request != null && ApiPaths.contain(request) && authentication == null;
        return Publishers.just(intruder ? SecurityRuleResult.REJECTED : SecurityRuleResult.UNKNOWN);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
