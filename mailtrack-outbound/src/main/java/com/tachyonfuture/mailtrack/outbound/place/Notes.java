package com.tachyonfuture.mailtrack.outbound.place;

import java.util.function.Consumer;

/// Where an operator learns what became of files.
///
/// @param news takes what is as it should be
/// @param warnings takes what somebody should look after
public record Notes(Consumer<String> news, Consumer<String> warnings) {}
