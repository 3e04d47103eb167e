package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindNetworks;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindPlaces;
import com.tachyonfuture.mailtrack.outbound.place.NetworkLists;
import com.tachyonfuture.mailtrack.outbound.place.Notes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The databases of places and operators and the lists of networks: those that settings name, which must be right, and
/// those in the data folder, which may come and go.
///
/// @param places where addresses are
/// @param networks who runs them
public record PlaceFiles(MaxMindPlaces places, MaxMindNetworks networks) {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceFiles.class);
    private static final Notes NOTES = new Notes(LOG::info, LOG::warn);

    /// Until then, what needs a list that is still being read waits for it.
    private static final Duration LISTS_WITHIN = Duration.ofSeconds(15);

    /// Opens them all, and reads the lists.
    ///
    /// @throws StartFailure when a setting names a file that can't be used
    public static PlaceFiles open(Settings settings) {
        return open(settings, new NetworkLists(listsOf(settings), NOTES));
    }

    /// Opens them for a service that is to be there soon: the lists are read by the first [#refresh], and who needs
    /// them before waits.
    ///
    /// @throws StartFailure when a setting names a file that can't be used
    public static PlaceFiles openForService(Settings settings) {
        return open(settings, NetworkLists.yetToBeRead(listsOf(settings), NOTES, LISTS_WITHIN));
    }

    private static Path listsOf(Settings settings) {
        return settings.dataDirectory().resolve("networks");
    }

    private static PlaceFiles open(Settings settings, NetworkLists lists) {
        Settings.Places named = settings.places();
        Path folder = settings.dataDirectory().resolve("geoip");
        var places = new MaxMindPlaces(
                file("MAILTRACK_GEOIP_CITY", named.city(), Content.CITIES, folder, "city.mmdb"),
                file("MAILTRACK_GEOIP_COUNTRY", named.country(), Content.COUNTRIES, folder, "country.mmdb"));
        var networks = new MaxMindNetworks(
                file("MAILTRACK_GEOIP_ASN", named.asn(), Content.OPERATORS, folder, "asn.mmdb"), lists);
        return new PlaceFiles(places, networks);
    }

    private static MaxMindFile file(String setting, Optional<Path> named, Content content, Path folder, String usual) {
        if (named.isEmpty()) {
            return MaxMindFile.optional(folder.resolve(usual), content, folder, NOTES);
        }
        try {
            return MaxMindFile.required(named.get(), content, folder, NOTES);
        } catch (IOException e) {
            throw new StartFailure(
                    setting + " is \"" + named.get() + "\": " + e.getMessage()
                            + " Allowed: a database in MaxMind's format with " + content + ".",
                    e);
        }
    }

    /// Looks for files that were replaced; for one thread.
    void refresh() {
        places.refresh();
        networks.refresh();
    }
}
