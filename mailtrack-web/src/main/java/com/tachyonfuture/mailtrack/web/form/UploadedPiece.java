package com.tachyonfuture.mailtrack.web.form;

/// Tells a connection that a piece of an upload was taken out of memory. Goes through its pipeline as an event.
public record UploadedPiece(int bytes) {}
