package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.contract.ApiKeysContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlApiKeysTest extends MysqlFixture implements ApiKeysContract {}
