package com.tachyonfuture.mailtrack.outbound.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.contract.TablesContract;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables;
import com.tachyonfuture.mailtrack.application.transfer.port.UnreadableTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FastCsvTablesTest implements TablesContract {

    @Override
    public Tables tables() {
        return new FastCsvTables();
    }

    private List<List<String>> fields(String text) {
        return rows(text).stream().map(Tables.Row::fields).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void fieldsAreDividedByWhatTheFirstLineHasMostOf(String separator) {
        assertThat(fields("a;b,c\td".replaceAll("[,;\t]", separator) + "\n1,;\t" + separator + "2\n"))
                .first()
                .isEqualTo(List.of("a", "b", "c", "d"));
        assertThat(fields("\"a,b,c;;;;\"" + separator + "d\n")).first().isEqualTo(List.of("a,b,c;;;;", "d"));
    }

    @Test
    void quotationMarksHoldSeparatorsLineEndsAndThemselves() {
        var rows = rows("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n3,4");

        assertThat(rows)
                .containsExactly(
                        new Tables.Row(1, List.of("a", "b")),
                        new Tables.Row(2, List.of("x, \"y\"\r\nz", "2")),
                        new Tables.Row(4, List.of("3", "4")));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(fields("\uFEFFid,subject\n")).containsExactly(List.of("id", "subject"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWhereAMarkSaysSo(String charset) {
        assertThat(rows("\uFEFFid,Zoë 🎉\n1,2".getBytes(Charset.forName(charset))))
                .extracting(Tables.Row::fields)
                .containsExactly(List.of("id", "Zoë 🎉"), List.of("1", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "GB18030"})
    void otherEncodingsAreRefused(String charset) {
        byte[] file = "subject\nZoë – Grüße €\n".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableTable.class).hasMessageContaining("UTF-8");
    }

    @Test
    void aMistakeFarDownIsToldWithTheLineBeforeIt() {
        byte[] start = "a,b\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        var file = new byte[start.length + 1];
        System.arraycopy(start, 0, file, 0, start.length);
        file[start.length] = (byte) 0xff;

        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        unreadable -> assertThat(unreadable.line()).isBetween(40_000L, 50_001L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a\\n\"b|1", "a\\n1\\n\"b\"c|2", "a\\n1\\n2\\n\"b\\nc\\nd|3"})
    void aQuotationMarkThatIsWrongIsToldWithTheLineBeforeIt(String text, long line) {
        assertThatThrownBy(() -> rows(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        unreadable -> assertThat(unreadable.line()).isEqualTo(line));
    }

    @Test
    void whatIsFarTooLongIsRefused() {
        assertThatThrownBy(() -> rows("a\n" + "x".repeat(200_000))).isInstanceOf(UnreadableTable.class);
        assertThatThrownBy(() -> rows("a\n" + "x".repeat(5_000_000))).isInstanceOf(UnreadableTable.class);
        assertThatThrownBy(() -> rows("a\n\"" + "x\n".repeat(3_000_000))).isInstanceOf(UnreadableTable.class);
        assertThatThrownBy(() -> rows(",".repeat(10_000))).isInstanceOf(UnreadableTable.class);
        assertThat(rows("a\n" + "x".repeat(65_535))).hasSize(2);
    }

    @Test
    void whateverTheBytesAreTheyAreRowsOrRefused() {
        var random = new Random(4711);
        for (int i = 0; i < 2_000; i++) {
            var file = new byte[random.nextInt(200)];
            random.nextBytes(file);
            byte[] marks = "\",;\t\r\n".getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < file.length; at++) {
                file[at] = random.nextBoolean() ? marks[random.nextInt(marks.length)] : (byte) (file[at] & 0x7f);
            }
            try {
                assertThat(rows(file)).allSatisfy(row -> assertThat(row.line()).isPositive());
            } catch (UnreadableTable refused) {
                assertThat(refused).hasMessageContaining("quotation mark");
            }
        }
    }
}
