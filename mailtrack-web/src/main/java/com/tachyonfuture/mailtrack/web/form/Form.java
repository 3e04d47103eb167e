package com.tachyonfuture.mailtrack.web.form;

import java.util.Map;

/// The fields of a form that came from one of our own pages, as they were typed.
public record Form(Map<String, String> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    /// Without what was typed: there are passwords among it.
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }

    /// What was typed into a field; empty when the form has none of that name.
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }
}
