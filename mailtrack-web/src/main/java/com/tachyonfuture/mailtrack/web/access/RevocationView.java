package com.tachyonfuture.mailtrack.web.access;

/// What the page shows that asks whether to revoke a key.
public record RevocationView(SettingsView.KeyView key) {}
