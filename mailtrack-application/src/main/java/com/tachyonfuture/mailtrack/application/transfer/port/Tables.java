package com.tachyonfuture.mailtrack.application.transfer.port;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Reads tables from files as people keep them: rows of fields, divided by commas, semicolons or tabs, in UTF-8 or
 * UTF-16.
 */
public interface Tables {

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    record Row(long line, List<String> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The rows of a file, read when they are asked for; lines with nothing on them are left out. A row of a file that
     * is no table is found out as late as that too.
     *
     * @throws UnreadableTable here and while going through it, when it is no such file
     */
    Iterator<Row> read(InputStream file);
}
