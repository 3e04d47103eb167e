-- The networks by which the owner is known, as they were learned: what comes from there is their own look.
-- Tables: a new one, of a few rows. Online: yes. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS own_addresses (
    network VARCHAR(49) NOT NULL PRIMARY KEY COMMENT 'address/bits',
    learned_from BIGINT NULL COMMENT 'id in opens, of a row that may be gone',
    learned_at DATETIME(6) NOT NULL COMMENT 'UTC'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
