-- How far each instance's spool has been written, stored with the batch itself: a replay after a crash starts here, so
-- every hit counts exactly once.
-- Tables: a new one with a row per instance. Online: yes. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS spool_positions (
    spool VARCHAR(64) NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL COMMENT 'after the last hit that was written',
    updated_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
