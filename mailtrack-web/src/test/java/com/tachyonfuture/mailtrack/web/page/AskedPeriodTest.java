package com.tachyonfuture.mailtrack.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.words.Speaking;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedPeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static AskedPeriod asked(String query) {
        var request = HttpRequest.GET("/analytics");
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", 0)) {
            String[] pair = parameter.split("=", 2);
            request.getParameters().add(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return AskedPeriod.of(new Parameters(request), TODAY);
    }

    private static PeriodView view(String query) {
        return asked(query).view("/analytics", Map.of(), Speaking.english());
    }

    @ParameterizedTest
    @CsvSource({"'', 30d, 30 days", "period=, 30d, 30 days", "period=today, today, Today", "period=all, all, All time"})
    void aPeriodIsAskedForByItsCode(String query, String code, String label) {
        assertThat(asked(query).code()).isEqualTo(code);
        assertThat(asked(query).violations()).isEmpty();
        assertThat(view(query).label()).isEqualTo(label);
        assertThat(view(query).links()).filteredOn(PeriodView.Link::current).hasSize(1);
    }

    @Test
    void orByItsDays() {
        AskedPeriod asked = asked("from=2026-11-01&to=2026-11-12&period=7d");

        assertThat(asked.code()).isEqualTo(AskedPeriod.CUSTOM);
        assertThat(asked.first()).isEqualTo("2026-11-01");
        assertThat(asked.last()).isEqualTo("2026-11-12");
        assertThat(asked("from=2026-11-01").last()).isEqualTo(TODAY);
        assertThat(view("from=2026-11-01&to=2026-11-12").label()).isEqualTo("1 Nov 2026 to 12 Nov 2026");
        assertThat(view("from=2026-11-01").links())
                .extracting(PeriodView.Link::current)
                .containsOnly(false);
    }

    @Test
    void theNumbersKnowThePeriodAndAddressesAskForItAgain() {
        var days = new Days(LocalDate.of(2026, 11, 1), TODAY);

        assertThat(asked("").period()).isEqualTo(Period.USUAL);
        assertThat(asked("").parameters()).isEmpty();
        assertThat(asked("period=all").period().isAll()).isTrue();
        assertThat(asked("period=all").parameters()).isEqualTo(Map.of("period", "all"));
        assertThat(asked("from=2026-11-01").period()).isEqualTo(Period.custom(days));
        assertThat(asked("from=2026-11-01").parameters())
                .containsExactly(Map.entry("from", "2026-11-01"), Map.entry("to", "2026-11-20"));
        assertThat(asked("period=31d").parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=31d",
                "period=CUSTOM",
                "from=yesterday",
                "from=2026-02-30",
                "from=0999-01-01",
                "from=%2B12026-01-01",
                "to=2026-11-20",
                "from=2026-11-20&to=2026-11-19",
                "from=2026-11-01&to=%3Cscript%3E"
            })
    void whatIsWrongIsNamedAndTheUsualPeriodShown(String query) {
        AskedPeriod asked = asked(query);

        assertThat(asked.code()).isEqualTo("30d");
        assertThat(asked.first()).isNull();
        assertThat(asked.violations()).hasSize(1);
        assertThat(view(query).errors()).singleElement().asString().endsWith(".");
    }

    @Test
    void whatElseThePageIsAskedForStays() {
        PeriodView view = asked("").view("/", Map.of("q", "a & b"), Speaking.english());

        assertThat(view.links()).first().extracting(PeriodView.Link::href).isEqualTo("/?q=a%20%26%20b&period=today");
        assertThat(view.kept()).containsEntry("q", "a & b");
    }
}
