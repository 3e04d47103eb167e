package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.transfer.port.Tables;
import com.tachyonfuture.mailtrack.application.transfer.port.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@link Tables} of fields that need no quotation marks, divided by commas, in UTF-8. */
public final class PlainTables implements Tables {

    @Override
    public Iterator<Row> read(InputStream file) {
        var rows = new ArrayList<Row>();
        long number = 0;
        for (String line : text(file).split("\r\n|\r|\n", -1)) {
            number++;
            if (!line.isEmpty()) {
                rows.add(new Row(number, List.of(line.split(",", -1))));
            }
        }
        return rows.iterator();
    }

    private static String text(InputStream file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new UnreadableTable(0, "is not written in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
