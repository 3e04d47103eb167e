package com.tachyonfuture.mailtrack.web.problem;

import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/// The connections of one event loop, and which of them has to go when they are too many or hold too much.
///
/// That is the one that has been idle longest; if none is, the one that has been slow longest; and only if the server
/// itself owes all of them an answer, the one that has just come. So those who hold connections push out each other,
/// and whoever comes and asks for something is served.
///
/// Belongs to its event loop.
final class Crowd {

    private final int most;
    private final int mostSlow;
    private final long mostHeld;

    private final Set<Place> idle = new LinkedHashSet<>();
    private final Set<Place> slow = new LinkedHashSet<>();
    private int open;
    private long held;

    Crowd(int most, int mostSlow, long mostHeld) {
        this.most = most;
        this.mostSlow = mostSlow;
        this.mostHeld = mostHeld;
    }

    Place admit(Channel channel) {
        if (open >= most) {
            closeFirst(idle.isEmpty() ? slow : idle);
        }
        var place = new Place(this, channel);
        open++;
        idle.add(place);
        channel.closeFuture().addListener(_ -> leave(place));
        if (open > most) {
            place.close();
        }
        return place;
    }

    private void leave(Place place) {
        open--;
        place.leave();
    }

    /// To be told of each change, after which the place itself may be closed.
    void move(Place place, Place.State from, Place.State to) {
        switch (from) {
            case IDLE -> idle.remove(place);
            case SLOW -> slow.remove(place);
            case SERVED, LEFT -> {}
        }
        switch (to) {
            case IDLE -> idle.add(place);
            case SLOW -> addSlow(place);
            case SERVED, LEFT -> {}
        }
    }

    private void addSlow(Place place) {
        slow.add(place);
        if (slow.size() > mostSlow) {
            closeFirst(slow);
        }
    }

    /// So many bytes more are held for one that is slow, or fewer.
    void hold(long bytes) {
        held += bytes;
        while (held > mostHeld && !slow.isEmpty()) {
            closeFirst(slow);
        }
    }

    private static void closeFirst(Set<Place> places) {
        Iterator<Place> longest = places.iterator();
        if (longest.hasNext()) {
            Place first = longest.next();
            longest.remove();
            first.close();
        }
    }
}
