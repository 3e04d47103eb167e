package com.tachyonfuture.mailtrack.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a `.env` file says: the last value of each name, in order, and the lines that say nothing.
record DotEnv(List<Assignment> assignments, List<Flaw> flaws) {

    static final DotEnv EMPTY = new DotEnv(List.of(), List.of());

    private static final int LARGEST_FILE = 1 << 20;

    /// A name, its value (empty where the file gives none) and the line where it stands.
    record Assignment(String name, Secret value, int line, boolean startsLikeComment) {}

    /// A line that is not `NAME=value`; `losesValue` when it was probably meant to be.
    record Flaw(int line, boolean losesValue) {}

    /// @throws BadValue if the file cannot be read; the message does not repeat its content
    static DotEnv read(Path file, Map<String, String> environment) {
        return DotEnvSyntax.parse(text(file), environment);
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadValue("it is a folder");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new BadValue("it is larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new BadValue("it does not exist");
        } catch (AccessDeniedException e) {
            throw new BadValue("it must not be read by the user that Mailtrack runs as");
        } catch (CharacterCodingException e) {
            throw new BadValue("it is not UTF-8 text");
        } catch (IOException e) {
            throw new BadValue("it cannot be read");
        }
    }
}
