package com.tachyonfuture.mailtrack.mysql;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/// How rows are mapped: a field that nobody decided about breaks the build.
@MapperConfig(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface StrictMapping {}
