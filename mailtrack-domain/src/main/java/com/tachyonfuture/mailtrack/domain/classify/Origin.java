package com.tachyonfuture.mailtrack.domain.classify;

/** Whether a fetch comes from where it says it comes from. */
enum Origin {
    /** Its address is in a network of the company that it names. */
    CONFIRMED,
    /** Nothing is known of its address. */
    UNKNOWN,
    /** Its address is in a network of somebody else, or one that the company rents out. */
    ELSEWHERE;

    static Origin of(Evidence evidence, NetworkKind list, Phrases<?> operators) {
        if (evidence.networks().contains(list)) {
            return CONFIRMED;
        }
        Network network = evidence.network();
        if (network == null) {
            return UNKNOWN;
        }
        boolean own = operators.isIn(network.name()) && !Networks.isRented(evidence);
        return own ? CONFIRMED : ELSEWHERE;
    }
}
