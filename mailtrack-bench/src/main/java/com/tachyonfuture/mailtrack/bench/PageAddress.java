package com.tachyonfuture.mailtrack.bench;

/// Something to ask for.
///
/// @param name for people
/// @param path with its parameters
/// @param showsMore whether it shows more the more there is, so that its times count and not their ratio
/// @param headers each with its line end
record PageAddress(String name, String path, boolean showsMore, String headers) {

    /// As bytes.
    byte[] request() {
        return HttpLine.request(path, headers);
    }
}
