package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.recording.Step;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers of a running program, and the document about them.
final class MetricsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_]+) (counter|gauge|summary)");
    private static final Pattern LINE = Pattern.compile(
            "(?<name>[a-z_]+?)(?<suffix>_sum|_count)?(\\{(?<labels>[a-z]+=\"[^\"\\\\]*\"(,[a-z]+=\"[^\"\\\\]*\")*)})?"
                    + " (?<value>-?[0-9.E+-]+)");

    @TempDir
    Path temporary;

    @Test
    void theDocumentNamesExactlyTheMetricsThatThereAre() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            await().atMost(SOON).until(() -> metrics(app).contains("mailtrack_quarantined_hits"));

            assertThat(told(metrics(app)))
                    .hasSizeGreaterThan(20)
                    .containsExactlyInAnyOrderElementsOf(documented("| metric | type | labels | what it is |", 3));
        }
    }

    /// A metric a line: its name, type and labels, as the document writes them.
    private static List<String> told(String metrics) {
        var types = new TreeMap<String, String>();
        var labels = new TreeMap<String, TreeSet<String>>();
        for (String line :
                metrics.lines().filter(line -> !line.startsWith("# HELP ")).toList()) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
                labels.put(type.group(1), new TreeSet<>());
                continue;
            }
            Matcher sample = LINE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            assertThat(types).as(line).containsKey(sample.group("name"));
            if (sample.group("labels") != null) {
                Arrays.stream(sample.group("labels").split(","))
                        .map(label -> "`" + label.replaceFirst("=.*", "") + "`")
                        .forEach(labels.get(sample.group("name"))::add);
            }
        }
        return types.entrySet().stream()
                .map(type -> "`" + type.getKey() + "`|" + type.getValue() + "|"
                        + String.join(", ", labels.get(type.getKey())))
                .toList();
    }

    /// The first columns of the rows of a table in the document.
    private static List<String> documented(String header, int columns) throws Exception {
        Path document = Path.of(System.getProperty("mailtrack.root"), "docs/operate/metrics.md");
        var rows = new ArrayList<String>();
        for (String line : Files.readString(document)
                .split(Pattern.quote(header), 2)[1]
                .lines()
                .skip(2)
                .toList()) {
            if (!line.startsWith("|")) {
                break;
            }
            rows.add(String.join(
                    "|",
                    Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .limit(columns)
                            .map(String::strip)
                            .toList()));
        }
        return rows;
    }

    @Test
    void theyFollowWhatBecomesOfHits() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            String id = String.valueOf(
                    RunningApp.member(app.post("/api/tracks", "{}").body(), "id"));
            app.get("/p/" + id + ".gif");
            app.get("/p/" + "x".repeat(100) + ".gif");
            app.get("/p/nobody.gif");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(metrics(app))
                            .contains(
                                    "mailtrack_hits_total{fate=\"accepted\"} 2.0\n",
                                    "mailtrack_hits_total{fate=\"unrecognized\"} 1.0\n",
                                    "mailtrack_hits_total{fate=\"recorded\"} 1.0\n",
                                    "mailtrack_hits_total{fate=\"unknown_track\"} 1.0\n",
                                    "mailtrack_spool_hits 0.0\n",
                                    "mailtrack_spool_oldest_hit_age_seconds 0.0\n",
                                    "mailtrack_database_ready 1.0\n"));
            assertThat(documented("| `fate` | what became of the hit |", 1))
                    .containsExactlyInAnyOrderElementsOf(labels("fate", metrics(app)));
            assertThat(documented("| `step` | what is done with a batch, in this order |", 1))
                    .containsExactlyInAnyOrderElementsOf(labels("step", metrics(app)))
                    .containsExactlyElementsOf(Arrays.stream(Step.values())
                            .map(step -> "`" + step.name().toLowerCase(Locale.ROOT) + "`")
                            .toList());
        }
    }

    @Test
    void theReaderChoosesAmongTheTextFormatsAndGetsTheOldOneForAnyOther() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            assertThat(scrape(app, "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"))
                    .returns("application/openmetrics-text; version=1.0.0; charset=utf-8", MetricsIT::mediaType)
                    .extracting(HttpResponse::body, STRING)
                    .contains("# TYPE mailtrack_hits counter\n", "# TYPE mailtrack_build info\n")
                    .endsWith("# EOF\n");
            assertThat(List.of(
                            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
                            "image/gif",
                            "?"))
                    .allSatisfy(accept -> assertThat(scrape(app, accept))
                            .returns("text/plain; version=0.0.4; charset=utf-8", MetricsIT::mediaType)
                            .extracting(HttpResponse::body, STRING)
                            .contains("# TYPE mailtrack_hits_total counter\n"));
        }
    }

    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private static List<String> labels(String label, String metrics) {
        return Pattern.compile(label + "=\"([a-z_]+)\"")
                .matcher(metrics)
                .results()
                .map(value -> "`" + value.group(1) + "`")
                .distinct()
                .toList();
    }

    @Test
    void theyAreToldWhileThereIsNoDatabaseAndShowThatHitsWait() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", "mysql://me:secret@127.0.0.1:1/mailtrack")
                .now()
                .awaitListening()) {
            app.get("/p/abc.gif");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(metrics(app))
                            .contains("mailtrack_spool_hits 1.0\n", "mailtrack_database_ready 0.0\n")
                            .containsPattern("mailtrack_spool_oldest_hit_age_seconds 0*[0-9.]*[1-9]")
                            .doesNotContain("mailtrack_quarantined_hits", "secret"));
        }
    }

    private static String metrics(RunningApp app) throws Exception {
        return scrape(app, "*/*").body();
    }

    private static HttpResponse<String> scrape(RunningApp app, String accept) throws Exception {
        var answer = app.send(app.request("/metrics").header("Accept", accept));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
