package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import java.util.List;

/** Whom places and networks are known from. */
@FunctionalInterface
public interface Sources {

    /** What is to be said where places and networks are shown, each once; changes when a database is replaced. */
    List<Attribution> attributions();
}
