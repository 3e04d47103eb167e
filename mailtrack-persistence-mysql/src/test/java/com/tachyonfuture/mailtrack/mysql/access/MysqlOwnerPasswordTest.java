package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.contract.OwnerPasswordContract;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;

final class MysqlOwnerPasswordTest extends MysqlFixture implements OwnerPasswordContract {}
