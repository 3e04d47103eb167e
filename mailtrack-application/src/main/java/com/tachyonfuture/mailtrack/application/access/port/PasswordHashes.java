package com.tachyonfuture.mailtrack.application.access.port;

import com.tachyonfuture.mailtrack.domain.access.PasswordHash;

/**
 * Makes and checks hashes of passwords. Both take long on purpose, and memory: implementations bound how many run at
 * a time, and let the others wait.
 *
 * <p>A password may be any text. The same characters are the same password however the keyboard has composed them:
 * its form is that of Unicode's NFKC, as NIST SP 800-63B recommends.
 */
public interface PasswordHashes {

    /** A new hash of a password, with a salt of its own. */
    PasswordHash hash(String password);

    /** Whether a hash was made of this password; false as well when the hash can't be read. */
    boolean matches(String password, PasswordHash hash);
}
