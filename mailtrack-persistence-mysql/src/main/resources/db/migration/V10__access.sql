-- Who may come in: the owner's password, the sessions of signed-in browsers, how often signing in has failed by
-- whatever is slowed for it, and the API keys with their last use. Only hashes of secrets are kept. Ids and beginnings
-- of keys are binary, since the text collations of our servers take "a" and "a " for equal.
-- The number of keys joins the totals: whoever adds a key locks it, so that there are never too many.
-- Tables: new ones. A row per signed-in browser, per address or browser that failed within a day, and per key; the uses
-- apart from the keys, since that of the settings' key has no row there. Online: yes.
-- Forward: run it again, it skips what is there and counts the same number.

CREATE TABLE IF NOT EXISTS owner_password (
    id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
    encoded VARCHAR(255) NOT NULL COMMENT 'PHC string',
    changed_at DATETIME(6) NOT NULL COMMENT 'UTC'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS owner_sessions (
    token_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'SHA-256',
    started_at DATETIME(6) NOT NULL COMMENT 'UTC',
    seen_at DATETIME(6) NOT NULL COMMENT 'UTC',
    INDEX ix_owner_sessions_started (started_at) COMMENT 'access.removeOldSessions',
    INDEX ix_owner_sessions_seen (seen_at) COMMENT 'access.removeIdleSessions'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sign_in_failures (
    name_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'SHA-256 of what is slowed',
    failures INT NOT NULL COMMENT 'in a row',
    last_failed_at DATETIME(6) NOT NULL COMMENT 'UTC',
    INDEX ix_sign_in_failures_last (last_failed_at) COMMENT 'access.forgetFailuresBefore'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS owner_api_keys (
    id VARBINARY(108) NOT NULL PRIMARY KEY COMMENT 'UTF-8',
    label VARCHAR(100) NOT NULL,
    beginning VARBINARY(27) NOT NULL COMMENT 'UTF-8',
    hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the whole key',
    created_at DATETIME(6) NOT NULL COMMENT 'UTC',
    INDEX ix_owner_api_keys_beginning (beginning) COMMENT 'access.keysBeginningWith'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS owner_api_key_uses (
    key_id VARBINARY(108) NOT NULL PRIMARY KEY COMMENT 'UTF-8',
    used_at DATETIME(6) NOT NULL COMMENT 'UTC, give or take a minute'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

REPLACE INTO totals (name, value)
SELECT 'api_keys', COUNT(*) FROM owner_api_keys;
