package com.tachyonfuture.mailtrack.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Lets browsers keep for good what never changes: an asset under the address of its version. It is sent packed to
/// those who understand that, and proxies must not give it to others.
@ServerFilter("/assets/**")
final class AssetCaching {

    private final Assets assets;

    AssetCaching(Assets assets) {
        this.assets = assets;
    }

    @ResponseFilter
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Vary", "Accept-Encoding").getHeaders().remove("Expires");
        String version = request.getParameters().get("v");
        if (version != null
                && response.code() == HttpStatus.OK.getCode()
                && assets.isCurrent(request.getPath(), version)) {
            response.header("Cache-Control", "public, max-age=31536000, immutable");
        }
    }
}
