package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.web.client.OwnersMark;
import org.jspecify.annotations.Nullable;

/// A request for a pixel as nearly all come: whole, by `GET`, over HTTP/1.1, on a connection that goes on, without a
/// body and without anything whose meaning could be argued about. [PlainRequestReader] says exactly which.
///
/// @param id what stands in the place of the track's id
/// @param declaredPrefetch whether it says that nobody looks yet
/// @param wantsImage whether it asks for images first
/// @param cookies what browsers keep for us; null where nothing in it can be [the owner's mark][OwnersMark]
record PlainRequest(
        String id,
        @Nullable String userAgent,
        @Nullable String referer,
        @Nullable String forwardedFor,
        @Nullable String forwardedProto,
        @Nullable String realIp,
        boolean declaredPrefetch,
        boolean wantsImage,
        @Nullable String cookies) {}
