package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Places from a database of cities and, where it knows no country, from one of countries.
public final class MaxMindPlaces implements Places {

    private final MaxMindFile cities;
    private final MaxMindFile countries;

    public MaxMindPlaces(MaxMindFile cities, MaxMindFile countries) {
        this.cities = cities;
        this.countries = countries;
    }

    @Override
    public Place of(IpAddress address) {
        Place place = cities.place(address);
        if (place.countryCode() != null) {
            return place;
        }
        Place country = countries.place(address);
        return place.city() == null ? country : new Place(country.countryCode(), country.country(), place.city());
    }

    /// Looks for replaced files; for one thread.
    public void refresh() {
        cities.refresh();
        countries.refresh();
    }

    /// What there is a database for.
    public Set<Lookup> inUse() {
        var inUse = EnumSet.noneOf(Lookup.class);
        if (cities.isThere()) {
            inUse.add(Lookup.CITIES);
        }
        if (cities.isThere() || countries.isThere()) {
            inUse.add(Lookup.COUNTRIES);
        }
        return inUse;
    }

    /// What is to be said where these places are shown.
    public List<Attribution> attributions() {
        return Stream.of(cities, countries)
                .map(MaxMindFile::attribution)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
