package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.recording.OpenJson;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An open as a row: the track's id, then the API's fields.
final class OpenColumns {

    static final List<Column<ExportedOpenJson>> ALL = List.of(
            new Column<>("track_id", ExportedOpenJson::trackId),
            column("id", OpenJson::id),
            column("opened_at", OpenJson::openedAt),
            column("ip_address", OpenJson::ipAddress),
            column("user_agent", OpenJson::userAgent),
            column("referer", OpenJson::referer),
            column("country", OpenJson::country),
            column("city", OpenJson::city),
            column("verdict", OpenJson::verdict),
            column("reason", OpenJson::reason),
            column("reason_text", OpenJson::reasonText),
            column("confidence", OpenJson::confidence),
            column("repeat", OpenJson::repeat),
            column("proxy_type", OpenJson::proxyType),
            column("is_real_open", OpenJson::isRealOpen),
            column("client", OpenJson::client),
            column("os", OpenJson::os),
            column("device", OpenJson::device),
            column("network", OpenJson::network),
            column("asn", OpenJson::asn),
            column("country_code", OpenJson::countryCode));

    private OpenColumns() {}

    private static Column<ExportedOpenJson> column(String name, Function<OpenJson, @Nullable Object> value) {
        return new Column<>(name, open -> value.apply(open.open()));
    }
}
