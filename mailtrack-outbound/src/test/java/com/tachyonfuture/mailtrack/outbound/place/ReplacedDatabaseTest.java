package com.tachyonfuture.mailtrack.outbound.place;

import static com.tachyonfuture.mailtrack.outbound.place.MmdbFile.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplacedDatabaseTest {

    private static final IpAddress READER = IpAddress.parse("192.0.2.1").orElseThrow();

    private final NotesTaken told = new NotesTaken();

    @TempDir
    private Path folder;

    private Path path;
    private Path copies;

    @BeforeEach
    void place() {
        path = folder.resolve("country.mmdb");
        copies = folder.resolve("copies");
    }

    private static MmdbFile country(String code) {
        return MmdbFile.forBoth("country").with("192.0.2.0/24", fields("country_code", code));
    }

    private MaxMindFile optional() {
        return MaxMindFile.optional(path, Content.COUNTRIES, copies, told.notes());
    }

    private static @Nullable String code(MaxMindFile file) {
        return file.place(READER).countryCode();
    }

    private static void look(MaxMindFile file) {
        file.refresh();
        file.refresh();
    }

    @Test
    void aReplacedFileIsUsedOnceItRests() {
        country("AT").replace(path);
        var file = optional();

        country("DE").replace(path);
        file.refresh();
        assertThat(code(file)).isEqualTo("AT");
        file.refresh();
        assertThat(code(file)).isEqualTo("DE");

        assertThat(told.news()).hasSize(2).allSatisfy(line -> assertThat(line).contains(path.toString(), "country"));
        assertThat(told.warnings()).isEmpty();
    }

    @Test
    void aFileThatComesLaterIsUsed() {
        var file = optional();
        assertThat(code(file)).isNull();

        country("AT").replace(path);
        look(file);

        assertThat(code(file)).isEqualTo("AT");
    }

    @Test
    void aFileThatHasGoneForGoodIsNotUsedAnyMore() throws IOException {
        country("AT").replace(path);
        var file = optional();

        Files.delete(path);
        file.refresh();
        assertThat(code(file)).isEqualTo("AT");
        file.refresh();
        assertThat(code(file)).isNull();

        look(file);
        assertThat(told.warnings()).singleElement().asString().contains("has gone");
    }

    @Test
    void aBrokenFileIsToldOnceAndTheOneBeforeStays() throws IOException {
        country("AT").replace(path);
        var file = optional();

        Files.writeString(path, "<html>Not found</html>");
        look(file);
        look(file);

        assertThat(code(file)).isEqualTo("AT");
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .contains(path.toString(), "no database in MaxMind's format", "The one before stays in use");
    }

    @Test
    void afterABrokenFileARightOneIsUsed() throws IOException {
        country("AT").replace(path);
        var file = optional();
        Files.writeString(path, "");
        look(file);

        country("DE").replace(path);
        look(file);

        assertThat(code(file)).isEqualTo("DE");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        country("AT").replace(path);
        var file = optional();

        MmdbFile.forBoth("GeoLite2-ASN")
                .with("192.0.2.0/24", fields("autonomous_system_number", 64_500))
                .replace(path);
        look(file);

        assertThat(code(file)).isEqualTo("AT");
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .contains("it has no countries; it says of itself that it is GeoLite2-ASN");
    }

    /// Whoever does this does it wrong, and yet neither the program nor the answers may suffer.
    @Test
    void aFileThatIsCutOrWrittenOverInPlaceDoesNoHarm() throws IOException {
        country("AT").replace(path);
        var file = optional();

        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(1);
        }
        assertThat(code(file)).isEqualTo("AT");

        Files.write(path, new byte[1 << 20]);
        assertThat(code(file)).isEqualTo("AT");
        look(file);
        assertThat(code(file)).isEqualTo("AT");
    }

    @Test
    void nothingIsLeftOfTheCopies() throws IOException {
        country("AT").replace(path);
        var file = optional();
        Files.writeString(path, "broken");
        look(file);

        assertThat(copies).isEmptyDirectory();
    }

    @Test
    void aCopyThatAKilledProcessLeftIsDeletedAndAYoungOneIsNot() throws IOException {
        Files.createDirectories(copies);
        Path old = Files.writeString(copies.resolve("mapped-1.mmdb"), "left");
        Path young = Files.writeString(copies.resolve("mapped-2.mmdb"), "being written");
        Path other = Files.writeString(copies.resolve("country.mmdb"), "not ours");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(old, yesterday);
        Files.setLastModifiedTime(other, yesterday);
        country("AT").replace(path);

        optional();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    @Test
    void aFileOfTheSameSizeAndTimeIsSeenToBeAnother() throws IOException {
        country("AT").replace(path);
        FileTime time = Files.getLastModifiedTime(path);
        var file = optional();

        country("DE").replace(path);
        Files.setLastModifiedTime(path, time);
        look(file);

        assertThat(code(file)).isEqualTo("DE");
    }

    @Test
    void lookupsGoOnWhileFilesAreReplaced() throws InterruptedException {
        country("AT").replace(path);
        var file = optional();
        var wrong = new AtomicBoolean();
        var stopping = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!stopping.get()) {
                String code = code(file);
                if (!"AT".equals(code) && !"DE".equals(code)) {
                    wrong.set(true);
                }
            }
        });

        for (int i = 0; i < 40; i++) {
            country(i % 2 == 0 ? "DE" : "AT").replace(path);
            look(file);
        }
        stopping.set(true);
        reader.join();

        assertThat(wrong).isFalse();
        assertThat(told.news()).hasSize(41);
    }

    @Test
    void aRequiredFileMustBeThereAndBeADatabase() throws IOException {
        assertThatThrownBy(this::required).hasMessage("it is not there.");

        Files.createDirectory(path);
        assertThatThrownBy(this::required).hasMessage("it is no file.");

        Files.delete(path);
        Files.writeString(path, "text");
        assertThatThrownBy(this::required).hasMessage("it is no database in MaxMind's format.");

        country("ZZ").replace(path);
        assertThatThrownBy(this::required).hasMessageContaining("it has no countries");

        country("AT").replace(path);
        assertThat(code(required())).isEqualTo("AT");
    }

    private MaxMindFile required() throws IOException {
        return MaxMindFile.required(path, Content.COUNTRIES, copies, told.notes());
    }

    /// Every byte cut off, and many changed: refused, or asked without an exception.
    @Test
    void noDamageOfAFileGetsThrough() throws IOException {
        byte[] right = country("AT").bytes();
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = right.clone();
            if (i < right.length) {
                damaged = Arrays.copyOf(right, i);
            } else {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(path, damaged);
            try {
                MaxMindFile file = required();
                assertThat(file.place(READER)).isNotNull();
            } catch (BrokenDatabase _) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(right.length / 2);
    }
}
