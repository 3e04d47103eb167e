package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.application.contract.PlacesContract;

final class InMemoryPlacesTest implements PlacesContract {

    @Override
    public Places places() {
        return new InMemoryPlaces().with(VIENNESE, VIENNA).with(GERMAN, GERMANY).with(JAPANESE, TOKYO);
    }
}
