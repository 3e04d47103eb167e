package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.contract.OpenLogContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlOpenLogTest extends MysqlFixture implements OpenLogContract {}
