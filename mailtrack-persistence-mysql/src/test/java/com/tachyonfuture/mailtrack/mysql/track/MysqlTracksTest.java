package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.contract.TracksContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlTracksTest extends MysqlFixture implements TracksContract {}
