package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// Lets nobody into the API without a key, not even to learn which addresses it has, and not the owner either: what a
/// browser sends on its own never opens it. Should a path ever be written in a way that does not look like the API's,
/// it is the route that counts.
@Singleton
final class ApiAccess implements SecurityRule<HttpRequest<?>> {

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        boolean intruder = request != null
                && (ApiPaths.contain(request) || leadsToApi(request))
                && (authentication == null || !ApiKeys.isHolder(authentication));
        return Publishers.just(intruder ? SecurityRuleResult.REJECTED : SecurityRuleResult.UNKNOWN);
    }

    private static boolean leadsToApi(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(match -> match instanceof UriRouteMatch<?, ?> route
                        && ApiPaths.contain(
                                route.getRouteInfo().getUriMatchTemplate().toPathString()))
                .isPresent();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
