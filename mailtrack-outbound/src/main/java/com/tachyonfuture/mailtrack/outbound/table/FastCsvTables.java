package com.tachyonfuture.mailtrack.outbound.table;

import com.tachyonfuture.mailtrack.application.transfer.port.Tables;
import com.tachyonfuture.mailtrack.application.transfer.port.UnreadableTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/// [Tables] read by FastCSV, which follows RFC 4180 and refuses what it can't follow.
public final class FastCsvTables implements Tables {

    /// In characters: more than any field that a track can keep.
    private static final int LONGEST_FIELD = 100_000;

    private static final int MOST_FIELDS = 200;

    /// Where the first line is longer, its separator is looked for in that part of it.
    private static final int HEADER = 8 * 1024;

    @Override
    public Iterator<Row> read(InputStream file) {
        try {
            var text = new BufferedReader(Encoding.reader(file), 2 * HEADER);
            return new Rows(reader(text, Separator.in(start(text))));
        } catch (IOException e) {
            throw unreadable(e, 0);
        }
    }

    /// What the file begins with, without taking it away.
    private static String start(BufferedReader text) throws IOException {
        var start = new char[HEADER];
        text.mark(HEADER);
        int length = 0;
        for (int count = 0; count >= 0 && length < HEADER; count = text.read(start, length, HEADER - length)) {
            length += count;
        }
        text.reset();
        return new String(start, 0, length);
    }

    private static CsvReader<CsvRecord> reader(BufferedReader text, char separator) {
        var limits = CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(10 * LONGEST_FIELD)
                .build();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(8 * LONGEST_FIELD)
                .build(limits, text);
    }

    private static RuntimeException unreadable(IOException e, long line) {
        return e instanceof CharacterCodingException
                ? new UnreadableTable(line, "is not written in UTF-8, nor in UTF-16 with a byte order mark")
                : new UncheckedIOException(e);
    }

    private static final class Rows implements Iterator<Row> {

        private final Iterator<CsvRecord> records;
        private long line = 1;

        Rows(CsvReader<CsvRecord> reader) {
            this.records = reader.iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException broken) {
                throw refused(broken);
            } catch (UncheckedIOException e) {
                throw unreadable(Objects.requireNonNull(e.getCause()), line);
            }
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            CsvRecord read = records.next();
            line = read.getStartingLineNumber();
            return new Row(line, read.getFields());
        }

        private RuntimeException refused(CsvParseException broken) {
            for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException e) {
                    return unreadable(e, line);
                }
            }
            return new UnreadableTable(
                    line,
                    "cannot be read any further after this line: a quotation mark is missing or is too much, or a"
                            + " field is far too long");
        }
    }
}
