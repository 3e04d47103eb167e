package com.tachyonfuture.mailtrack.mysql.demo;

import com.tachyonfuture.mailtrack.application.demo.SampleMark;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.util.ArrayList;
import java.util.List;

/// [SampleTracks] in the database: a range of the primary key.
public final class MysqlSampleTracks implements SampleTracks {

    private static final String MARKED = SampleMark.BEGINNING + "%";
    private static final String SOME = "/* demo.some */ SELECT id FROM tracked_emails WHERE id LIKE ? LIMIT ?";
    private static final String OTHERS = "/* demo.others */ SELECT id FROM tracked_emails WHERE id NOT LIKE ? LIMIT ?";

    private final Database database;

    public MysqlSampleTracks(Database database) {
        this.database = database;
    }

    @Override
    public List<TrackId> some(int limit) {
        return ids(SOME, limit);
    }

    @Override
    public boolean areOthersThere() {
        return !ids(OTHERS, 1).isEmpty();
    }

    private List<TrackId> ids(String sql, int limit) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, MARKED);
                select.setInt(2, limit);
                try (var rows = select.executeQuery()) {
                    var ids = new ArrayList<TrackId>();
                    while (rows.next()) {
                        ids.add(new TrackId(rows.getString("id")));
                    }
                    return ids;
                }
            }
        });
    }
}
