-- Which track a client's Idempotency-Key made, so that a repeated request makes no second one. Only hashes are kept.
-- No foreign key: a track may be deleted before its key expires.
-- Tables: a new one, holding a day of creates. Online: yes. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS idempotency_keys (
    key_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'SHA-256',
    request_hash BINARY(32) NOT NULL COMMENT 'SHA-256',
    track_id VARCHAR(36) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    INDEX ix_idempotency_keys_created (created_at) COMMENT 'idempotency.expired'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
