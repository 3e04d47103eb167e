package com.tachyonfuture.mailtrack.domain.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Programs of one kind that say who they are: each is judged alike, and surely, by its name. */
abstract class NamedPrograms implements NamedRule {

    private final Phrases<Optional<Judgement>> names;

    /** @param agents whose program it is, by the names of programs */
    NamedPrograms(Verdict verdict, Reason reason, Map<String, String> agents) {
        var judgements = new HashMap<String, Optional<Judgement>>();
        agents.forEach((name, agent) ->
                judgements.put(name, Optional.of(new Judgement(verdict, reason, Confidence.HIGH, agent))));
        this.names = Phrases.of(judgements);
    }

    @Override
    public final Optional<Judgement> judge(Evidence evidence) {
        return names.firstIn(evidence.userAgent(), Optional.empty());
    }

    @Override
    public final Phrases<?> names() {
        return names;
    }
}
