package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.application.contract.NumbersContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlNumbersTest extends MysqlFixture implements NumbersContract {}
