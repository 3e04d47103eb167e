package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.application.contract.TotalsContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlTotalsTest extends MysqlFixture implements TotalsContract {}
