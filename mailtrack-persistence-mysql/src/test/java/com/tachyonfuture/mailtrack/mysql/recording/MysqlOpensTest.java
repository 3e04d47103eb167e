package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.contract.OpensContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlOpensTest extends MysqlFixture implements OpensContract {}
