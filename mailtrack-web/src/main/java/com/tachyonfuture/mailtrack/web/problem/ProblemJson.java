package com.tachyonfuture.mailtrack.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 writes it.
///
/// @param code stable and documented, for programs
/// @param instance the path that was asked for
/// @param errors the fields or parameters that are wrong
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        List<FieldJson> errors) {

    /// One field or parameter that is wrong.
    @Serdeable
    record FieldJson(String field, String message) {

        static FieldJson of(Violation violation) {
            return new FieldJson(violation.field(), violation.message());
        }
    }
}
