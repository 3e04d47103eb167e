package com.tachyonfuture.mailtrack.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Clients} does. */
public interface ClientsContract {

    Clients clients();

    @Test
    default void aMailClientTellsItsNameAndWhereItRuns() {
        assertThat(clients().of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1"))
                .isEqualTo(new Client("Thunderbird", "Linux", DeviceClass.DESKTOP));
        assertThat(clients().of("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12827; Pro)"))
                .isEqualTo(new Client("Outlook", "Windows", DeviceClass.DESKTOP));
        assertThat(clients()
                        .of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
                                + " (KHTML, like Gecko) Mobile/15E148"))
                .isEqualTo(new Client("Apple Mail", "iOS", DeviceClass.PHONE));
    }

    @Test
    default void aProxyTellsNothingOfTheReadersDevice() {
        assertThat(clients()
                        .of("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com"
                                + " GoogleImageProxy)"))
                .isEqualTo(new Client("Gmail", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mozilla/5.0", "-", "?", "\u0000", "\uD83D", "(((((((("})
    default void whatSaysNothingIsUnknown(String userAgent) {
        assertThat(clients().of(userAgent)).isEqualTo(Client.UNKNOWN);
    }
}
