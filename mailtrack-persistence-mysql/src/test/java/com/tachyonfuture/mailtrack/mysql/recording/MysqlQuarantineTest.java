package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.contract.QuarantineContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlQuarantineTest extends MysqlFixture implements QuarantineContract {}
