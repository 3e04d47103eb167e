package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import java.util.List;
import java.util.Set;

/** Whom places and networks are known from. */
public interface Sources {

    /** What is to be said where places and networks are shown, each once; changes when a database is replaced. */
    List<Attribution> attributions();

    /** What there is a database for at this moment. */
    Set<Lookup> inUse();
}
