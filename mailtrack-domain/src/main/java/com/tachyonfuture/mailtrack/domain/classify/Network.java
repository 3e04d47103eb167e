package com.tachyonfuture.mailtrack.domain.classify;

/**
 * Who runs the network that an address belongs to.
 *
 * @param number of the autonomous system, such as 15169
 * @param name of its operator, such as {@code Google LLC}; at most {@value #LONGEST_NAME} characters
 */
public record Network(long number, String name) {

    public static final int LONGEST_NAME = 100;

    public Network {
        if (number < 0 || number > 0xffff_ffffL) {
            throw new IllegalArgumentException("the number of an autonomous system has 32 bits, not " + number);
        }
        name = name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME)));
    }
}
