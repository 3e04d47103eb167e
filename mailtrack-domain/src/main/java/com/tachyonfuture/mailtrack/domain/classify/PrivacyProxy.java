package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/**
 * Mail services that fetch images through proxies of their own and hide when. Proton says that it loads them ahead and
 * hides address and time; under which name is not known, and people browse through its network too.
 */
final class PrivacyProxy implements Rule {

    private static final Phrases<Optional<Judgement>> OPERATORS = Phrases.of(Map.of(
            "Proton AG", hidden("proton"),
            "Proton Technologies", hidden("proton"),
            "ProtonMail", hidden("proton"),
            "Tutao", hidden("tuta")));

    private static Optional<Judgement> hidden(String agent) {
        return Optional.of(new Judgement(Verdict.UNDECIDED, Reason.PRIVACY_PROXY, Confidence.LOW, agent));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        Network network = evidence.network();
        return network == null ? Optional.empty() : OPERATORS.firstIn(network.name(), Optional.empty());
    }

    @Override
    public String inWords() {
        return "What comes from the network of Proton or Tuta stays undecided: they fetch images ahead and when"
                + " somebody reads, and hide which it was.";
    }
}
