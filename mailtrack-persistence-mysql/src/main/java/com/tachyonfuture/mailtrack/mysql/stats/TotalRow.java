package com.tachyonfuture.mailtrack.mysql.stats;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("totals")
record TotalRow(@Id String name, long value) {}
