package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A form with a file in it, `multipart/form-data`, taken piece by piece as it arrives. What is larger than a little
/// lies in a file of the system's for temporary ones until the upload is closed.
public final class Upload implements AutoCloseable {

    private static final String TYPE = "multipart/form-data";
    private static final int PIECE = 64 * 1024;
    private static final int MOST_FIELDS = 16;

    /// Bytes that a form may have besides its file.
    private static final int FRAME = 16 * 1024;

    private final HttpPostMultipartRequestDecoder decoder;

    private Upload(HttpPostMultipartRequestDecoder decoder) {
        this.decoder = decoder;
    }

    /// Takes an upload. Waits for it, so it is for virtual threads only.
    ///
    /// @param largest how many bytes the file may have
    /// @throws RefusedRequest when it can't be read
    /// @throws HttpStatusException when it is none, or too large
    static Upload read(HttpRequest<?> request, int largest) {
        String type = request.getHeaders().get("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "no file can be in it");
        }
        var received = (NettyHttpRequest<?>) request;
        var upload = new Upload(decoder(type));
        try (InputStream content = received.byteBody().toInputStream()) {
            upload.take(content, largest, received.getChannelHandlerContext().pipeline());
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw refused(e);
        }
    }

    private static HttpPostMultipartRequestDecoder decoder(String type) {
        var files = new DefaultHttpDataFactory(PIECE, StandardCharsets.UTF_8);
        files.setDeleteOnExit(false);
        var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        try {
            return new HttpPostMultipartRequestDecoder(files, head, StandardCharsets.UTF_8, MOST_FIELDS, 4 * PIECE);
        } catch (RuntimeException noBoundary) {
            throw unreadable();
        }
    }

    /// What can't be taken is read to its end all the same: browsers look for an answer only when they have sent all.
    private void take(InputStream content, int largest, ChannelPipeline connection) throws IOException {
        int most = largest + FRAME;
        long taken = 0;
        boolean readable = true;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            taken += piece.length;
            readable = readable && (taken > most || offer(piece));
            var _ = connection.fireUserEventTriggered(new UploadedPiece(piece.length));
        }
        if (taken > most) {
            throw tooLarge();
        }
        if (!readable) {
            throw unreadable();
        }
        decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
        if (decoder.getBodyHttpDatas().stream().anyMatch(part -> isLarger(part, largest))) {
            throw tooLarge();
        }
    }

    private boolean offer(byte[] piece) {
        try {
            decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)));
            return true;
        } catch (RuntimeException noForm) {
            return false;
        }
    }

    private static boolean isLarger(InterfaceHttpData part, int largest) {
        return part instanceof FileUpload file && file.length() > largest;
    }

    /// What the framework does not take at all, it tells while the body is read.
    private static RuntimeException refused(Exception fault) {
        if (fault instanceof HttpStatusException known) {
            return known;
        }
        boolean tooLarge = fault instanceof ContentLengthExceededException
                || fault.getCause() instanceof ContentLengthExceededException;
        return tooLarge ? tooLarge() : unreadable();
    }

    private static HttpStatusException tooLarge() {
        return new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "more than may be uploaded");
    }

    private static RefusedRequest unreadable() {
        return new RefusedRequest(Refusal.invalid("form", "is not complete, or is no form with a file"));
    }

    /// The fields that are no files.
    Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            if (part instanceof Attribute attribute) {
                try {
                    fields.putIfAbsent(attribute.getName(), attribute.getValue());
                } catch (IOException e) {
                    throw unreadable();
                }
            }
        }
        return fields;
    }

    /// The file of a field; empty where none was chosen.
    public Optional<UploadedFile> file(String field) {
        return decoder.getBodyHttpDatas().stream()
                .filter(part -> part.getName().equals(field))
                .flatMap(part -> part instanceof FileUpload file && file.length() > 0
                        ? Optional.of(new UploadedFile(file)).stream()
                        : Optional.<UploadedFile>empty().stream())
                .findFirst();
    }

    /// Lets go of the file.
    @Override
    public void close() {
        decoder.destroy();
    }

    /// A file that was uploaded. It can be read until its upload is closed.
    public static final class UploadedFile {

        private final FileUpload file;

        private UploadedFile(FileUpload file) {
            this.file = file;
        }

        /// The bytes, from the first on.
        public InputStream open() throws IOException {
            return file.isInMemory()
                    ? new ByteBufInputStream(file.content().duplicate().readerIndex(0))
                    : Files.newInputStream(file.getFile().toPath());
        }
    }
}
