package com.tachyonfuture.mailtrack.mysql.transfer;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.ImportsContract;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport;
import com.tachyonfuture.mailtrack.application.transfer.StagedImport.Brought;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Bringing;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Ids;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MysqlImportsTest extends MysqlFixture implements ImportsContract {

    private static final TrackId ZOE = new TrackId("zoe");

    /// As an older program may have made it. The column takes it for one without the accent.
    private static void addZoeWithAnAccent() throws SQLException {
        execute("INSERT INTO tracked_emails (id, recipient, created_at) VALUES ('Zoé', 'a@x', '2024-01-01')");
        execute("UPDATE totals SET value = 1 WHERE name = 'tracks'");
    }

    @Test
    void anIdThatTheColumnTakesForAnotherTracksIsTaken() throws SQLException {
        addZoeWithAnAccent();
        tracks().add(track(1));

        assertThat(imports().look(List.of(track(1).id(), ZOE, new TrackId("zoo"))))
                .isEqualTo(new Ids(1, Set.of(ZOE)));
    }

    @Test
    void aTrackWhoseIdIsTakenIsSkipped() throws SQLException {
        imports().keep(new StagedImport(FIRST, NOON, 2, 0, null), () -> new ByteArrayInputStream(new byte[] {1}));
        addZoeWithAnAccent();

        var bringing = imports()
                .bringIn(
                        FIRST,
                        content -> List.of(new Track(ZOE, track(2).details(), NOON), track(1))
                                .iterator());

        assertThat(bringing).contains(new Bringing(new Brought(1, 1), false));
        assertThat(tracks().find(track(1).id())).isPresent();
        assertThat(tracks().find(ZOE)).isEmpty();
    }
}
