package com.tachyonfuture.mailtrack.domain.access;

/**
 * Which API key; says nothing of the key itself.
 *
 * @param value 1 to 36 characters
 */
public record ApiKeyId(String value) {

    /** The key that the settings give. */
    public static final ApiKeyId OF_SETTINGS = new ApiKeyId("settings");

    public ApiKeyId {
        if (value.isEmpty() || value.length() > 36) {
            throw new IllegalArgumentException("the id of an API key has 1 to 36 characters");
        }
    }
}
