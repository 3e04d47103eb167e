package com.tachyonfuture.mailtrack.mysql.self;

import com.tachyonfuture.mailtrack.application.contract.OwnAddressesContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlOwnAddressesTest extends MysqlFixture implements OwnAddressesContract {}
