package com.tachyonfuture.mailtrack.web.form;

import org.jspecify.annotations.Nullable;

/// A field of a form, with what was typed into it.
///
/// @param error what is wrong with that; null when nothing is
public record FieldView(String name, String value, @Nullable String error) {}
