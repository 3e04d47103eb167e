package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import com.tachyonfuture.mailtrack.application.classify.port.Sources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The databases that places and networks are known from.
public final class MaxMindSources implements Sources {

    private final MaxMindPlaces places;
    private final MaxMindNetworks networks;

    public MaxMindSources(MaxMindPlaces places, MaxMindNetworks networks) {
        this.places = places;
        this.networks = networks;
    }

    @Override
    public List<Attribution> attributions() {
        return Stream.concat(places.attributions().stream(), networks.attributions().stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<Lookup> inUse() {
        return Stream.concat(places.inUse().stream(), networks.inUse().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
