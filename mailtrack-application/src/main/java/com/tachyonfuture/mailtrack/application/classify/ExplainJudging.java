package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.application.classify.port.Sources;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import java.util.List;
import java.util.Set;

/** How opens are judged, for whoever wants to know: by which rules, and with what from outside. */
public final class ExplainJudging {

    /**
     * What judging goes by at one moment.
     *
     * @param inUse the databases that there are
     * @param attributions whom places and networks are known from
     */
    public record Result(RuleBook rules, Set<Lookup> inUse, List<Attribution> attributions) {

        public Result {
            inUse = Set.copyOf(inUse);
            attributions = List.copyOf(attributions);
        }
    }

    private final RuleBook rules;
    private final Sources sources;

    public ExplainJudging(RuleBook rules, Sources sources) {
        this.rules = rules;
        this.sources = sources;
    }

    public Result now() {
        return new Result(rules, sources.inUse(), sources.attributions());
    }
}
