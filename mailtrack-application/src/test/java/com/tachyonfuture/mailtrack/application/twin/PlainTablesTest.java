package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.TablesContract;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables;

final class PlainTablesTest implements TablesContract {

    @Override
    public Tables tables() {
        return new PlainTables();
    }
}
