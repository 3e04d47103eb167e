package com.tachyonfuture.mailtrack.app.track;

import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.CreateTracks;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.EditNotes;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.PinTrack;
import com.tachyonfuture.mailtrack.application.track.StopTrack;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.track.MysqlTracks;
import com.tachyonfuture.mailtrack.mysql.track.TrackRows;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/// Makes the use cases of tracks and what they need.
@Factory
final class TrackFactory {

    @Singleton
    Tracks tracks(Database database, TrackRows rows) {
        return new MysqlTracks(database, rows);
    }

    @Singleton
    CreateTrack createTrack(Tracks tracks) {
        return new CreateTrack(tracks, TrackFactory::newId, InstantSource.system());
    }

    @Singleton
    CreateTracks createTracks(Tracks tracks) {
        return new CreateTracks(tracks, TrackFactory::newId, InstantSource.system());
    }

    private static TrackId newId() {
        return new TrackId(UUID.randomUUID().toString());
    }

    @Singleton
    FindTracks findTracks(Tracks tracks) {
        return new FindTracks(tracks);
    }

    @Singleton
    EditNotes editNotes(Tracks tracks) {
        return new EditNotes(tracks);
    }

    @Singleton
    ChosenTracks chosenTracks(Tracks tracks) {
        return new ChosenTracks(tracks);
    }

    @Singleton
    PinTrack pinTrack(Tracks tracks) {
        return new PinTrack(tracks);
    }

    @Singleton
    StopTrack stopTrack(Tracks tracks) {
        return new StopTrack(tracks, InstantSource.system());
    }

    @Singleton
    DeleteTrack deleteTrack(Tracks tracks) {
        return new DeleteTrack(tracks);
    }
}
