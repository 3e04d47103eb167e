package com.tachyonfuture.mailtrack.mysql.demo;

import com.tachyonfuture.mailtrack.application.contract.SampleTracksContract;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlSampleTracksTest extends MysqlFixture implements SampleTracksContract {

    @Override
    public SampleTracks sampleTracks() {
        return new MysqlSampleTracks(database());
    }
}
