package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Places} that know what they were told; of networks that hold an address, the smallest counts. */
public final class InMemoryPlaces implements Places {

    private final Map<Cidr, Place> places = new ConcurrentHashMap<>();

    /** From now on the network is there. */
    public InMemoryPlaces with(String network, Place place) {
        places.put(Cidr.parse(network), place);
        return this;
    }

    @Override
    public Place of(IpAddress address) {
        return places.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .max(Comparator.comparingInt(entry -> entry.getKey().prefix()))
                .map(Map.Entry::getValue)
                .orElse(Place.UNKNOWN);
    }
}
