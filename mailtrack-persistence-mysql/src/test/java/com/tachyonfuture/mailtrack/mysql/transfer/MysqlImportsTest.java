package com.tachyonfuture.mailtrack.mysql.transfer;

import com.tachyonfuture.mailtrack.application.contract.ImportsContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlImportsTest extends MysqlFixture implements ImportsContract {}
