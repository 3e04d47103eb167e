package com.tachyonfuture.mailtrack.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that fetch databases and lists, against a server of this test.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for Unix; the workflow runs this test on Linux")
final class FetchScriptsTest {

    private static final String KEY = "Ab12_secret_mmk";

    private record Ended(int code, String output) {}

    @TempDir
    private Path folder;

    private HttpServer server;
    private final Map<String, byte[]> files = new HashMap<>();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            byte[] file = files.get(exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query));
            if (file == null) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.command()
                .set(0, DeployFolder.ROOT.resolve(command[0]).toAbsolutePath().toString());
        builder.environment().put("MAILTRACK_ENV_FILE", folder.resolve("env").toString());
        builder.environment().put("MAILTRACK_DATA_DIR", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /// What the script looks at is its size and its mark.
    private static byte[] database() {
        return ("x".repeat(200_000) + "MaxMind.com").getBytes(UTF_8);
    }

    private Path fetched(String name) {
        return folder.resolve("data").resolve(name);
    }

    @Test
    void databasesAreFetchedIntoTheDataFolder() throws Exception {
        files.put("/user-country.mmdb", database());
        files.put("/origin-asn.mmdb", database());

        Ended ended = run(Map.of("MAILTRACK_GEOIP_URL", address()), "bin/fetch-geoip", "github");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(fetched("geoip/country.mmdb")).hasBinaryContent(database());
        assertThat(fetched("geoip/asn.mmdb")).hasBinaryContent(database());
        assertThat(ended.output()).contains("PDDL");
        try (var left = Files.list(fetched("geoip"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void whatIsNoDatabaseChangesNothing() throws Exception {
        Files.createDirectories(fetched("geoip"));
        Files.writeString(fetched("geoip/country.mmdb"), "the one before");
        files.put("/user-country.mmdb", "<html>Not found</html>".getBytes(UTF_8));
        files.put("/origin-asn.mmdb", database());

        Ended small = run(Map.of("MAILTRACK_GEOIP_URL", address()), "bin/fetch-geoip", "github");
        files.put("/user-country.mmdb", new byte[200_000]);
        Ended zeros = run(Map.of("MAILTRACK_GEOIP_URL", address()), "bin/fetch-geoip", "github");
        files.remove("/user-country.mmdb");
        Ended missing = run(Map.of("MAILTRACK_GEOIP_URL", address()), "bin/fetch-geoip", "github");

        assertThat(small.output()).contains("has 22 bytes, too few");
        assertThat(zeros.output()).contains("no database in MaxMind's format");
        assertThat(missing.output()).contains("could not be fetched");
        assertThat(new int[] {small.code(), zeros.code(), missing.code()}).containsOnly(1);
        assertThat(fetched("geoip/country.mmdb")).hasContent("the one before");
    }

    @Test
    void theKeyOfMaxMindIsReadFromTheFileAndNeverPrinted() throws Exception {
        Files.writeString(folder.resolve("env"), "OTHER=1\nMAXMIND_LICENSE_KEY='" + KEY + "' # mine\n");
        for (String edition : new String[] {"City", "Country", "ASN"}) {
            files.put(
                    "/?edition_id=GeoLite2-" + edition + "&license_key=" + KEY + "&suffix=tar.gz",
                    archive("GeoLite2-" + edition));
        }

        Ended right = run(Map.of("MAILTRACK_GEOIP_URL", address() + "/"), "bin/fetch-geoip");
        files.clear();
        Ended refused = run(Map.of("MAILTRACK_GEOIP_URL", address() + "/"), "bin/fetch-geoip");

        assertThat(right.code()).as(right.output()).isZero();
        assertThat(fetched("geoip/city.mmdb")).hasBinaryContent(database());
        assertThat(fetched("geoip/asn.mmdb")).hasBinaryContent(database());
        assertThat(right.output()).contains("GeoLite Data created by MaxMind");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("Is the key right");
        assertThat(right.output() + refused.output()).doesNotContain(KEY);
    }

    private byte[] archive(String edition) throws Exception {
        Path inner = Files.createDirectories(folder.resolve("archives/" + edition + "_20261101"));
        Files.write(inner.resolve(edition + ".mmdb"), database());
        Path archive = folder.resolve(edition + ".tar.gz");
        int code = new ProcessBuilder(
                        "tar",
                        "-czf",
                        archive.toString(),
                        "-C",
                        folder.resolve("archives").toString(),
                        edition + "_20261101")
                .start()
                .waitFor();
        assertThat(code).isZero();
        return Files.readAllBytes(archive);
    }

    @Test
    void applesTableIsFetched() throws Exception {
        files.put("/table", "172.224.226.0/27,GB,GB-EN,London,\n2a02:26f7:c640::/64,AT,,,\n".getBytes(UTF_8));
        files.put("/page", "<html>\nNot\nfound\n</html>\n".getBytes(UTF_8));

        Ended right = run(Map.of("APPLE_RELAY_URL", address() + "/table"), "bin/fetch-networks");
        Ended wrong = run(Map.of("APPLE_RELAY_URL", address() + "/page"), "bin/fetch-networks");

        assertThat(right.code()).as(right.output()).isZero();
        assertThat(right.output()).contains("2 networks");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.output()).contains("not Apple's table");
        assertThat(fetched("networks/egress-ip-ranges.csv")).hasBinaryContent(files.get("/table"));
    }
}
