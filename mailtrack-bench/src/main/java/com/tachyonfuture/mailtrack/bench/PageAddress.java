package com.tachyonfuture.mailtrack.bench;

/// Something to ask for.
///
/// @param name for people
/// @param path with its parameters
/// @param headers each with its line end
record PageAddress(String name, String path, String headers) {

    /// As bytes.
    byte[] request() {
        return HttpLine.request(path, headers);
    }
}
