package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.contract.HistoryContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlHistoryTest extends MysqlFixture implements HistoryContract {

    /// With steps of one track.
    @Override
    public History history() {
        return new MysqlHistory(database(), REPEAT_WINDOW, 2_000, 1, 100);
    }
}
