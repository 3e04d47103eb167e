package com.tachyonfuture.mailtrack.bench;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What the pixel is compared with: nginx with its `empty_gif` and an access log that is written with each
/// request. It writes as much as we do, and does not wait for the disk.
final class Nginx implements AutoCloseable {

    private final Program program;
    private final int port;
    private final Path accessLog;

    private Nginx(Program program, int port, Path accessLog) {
        this.program = program;
        this.port = port;
        this.accessLog = accessLog;
    }

    /// Starts it, and waits until it answers.
    ///
    /// @param workers as `worker_processes` has it
    static Nginx start(Workplace workplace, Programs programs, Path folder, String workers) {
        int port = Workplace.freePort();
        Path configuration = folder.resolve("nginx.conf");
        Path errors = folder.resolve("error.log");
        try {
            Files.writeString(configuration, configuration(folder, port, workers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProcessBuilder builder = workplace.process(
                binary(), "-p", folder.toString(), "-c", configuration.toString(), "-e", errors.toString());
        var nginx = new Nginx(programs.start("nginx", builder, errors), port, folder.resolve("access.log"));
        nginx.awaitAnswer();
        return nginx;
    }

    private static String binary() {
        return List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx").stream()
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("nginx");
    }

    /// As Debian ships it, but for what would hinder it here: it would close each connection after 1000 requests.
    private static String configuration(Path folder, int port, String workers) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return Text.of("""
            %s
            daemon off;
            worker_processes %s;
            pid "%s/nginx.pid";
            events { worker_connections 4096; }
            http {
              client_body_temp_path "%3$s/temporary"; proxy_temp_path "%3$s/temporary";
              fastcgi_temp_path "%3$s/temporary"; uwsgi_temp_path "%3$s/temporary"; scgi_temp_path "%3$s/temporary";
              log_format hits '$msec $remote_addr $http_x_forwarded_for "$request" $status "$http_referer" "$http_user_agent"';
              access_log "%3$s/access.log" hits;
              keepalive_requests 1000000000;
              sendfile on;
              tcp_nopush on;
              server_tokens off;
              add_header Cache-Control "no-cache, no-store, must-revalidate";
              server { listen 127.0.0.1:%d; location /p/ { empty_gif; } }
            }
            """, root ? "user root;" : "", workers, folder, port);
    }

    private void awaitAnswer() {
        var waiting = new Stopwatch();
        while (HttpLine.status(port, "/p/0.gif") != 200) {
            program.requireRunning();
            if (waiting.seconds() > 10) {
                throw new BenchFailure("nginx does not answer.");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    int port() {
        return port;
    }

    /// Of all its processes.
    Duration cpuTime() {
        return program.cpuTime().plus(program.cpuTimeOfChildren());
    }

    /// Empties its log, which would fill the disk.
    void forget() {
        try (var _ = new FileOutputStream(accessLog.toFile())) {
            // Opened to be emptied.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
