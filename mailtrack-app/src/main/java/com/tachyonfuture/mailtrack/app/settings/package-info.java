/// What the owner can set: by the environment, by `.env`, or not at all.
///
/// `Settings.from` reads everything once, at start. `KnownSettings` is the one table that parsing, messages and
/// `docs/configuration.md` come from.
@NullMarked
package com.tachyonfuture.mailtrack.app.settings;

import org.jspecify.annotations.NullMarked;
