-- The run over all opens that judges them again: how far it came, and what it came to, stored with what it changes, so
-- that it goes on where it was interrupted. Whoever goes on with it locks its row, so two share the work.
-- Tables: two new ones; one has a row at most, the other one for each kind of change. Online: yes.
-- Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS judging_again (
    id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
    scope VARCHAR(16) NOT NULL,
    rule_book INT NOT NULL COMMENT 'version of the rules that judge',
    finished BOOLEAN NOT NULL,
    created_at VARCHAR(32) NULL COMMENT 'of the track',
    track_id VARCHAR(36) NOT NULL COMMENT 'up to which, by creation, all is done',
    open_id BIGINT NULL COMMENT 'up to which that track is done, unless it is',
    reads_before BIGINT NOT NULL,
    reads_after BIGINT NOT NULL,
    new_repeats BIGINT NOT NULL,
    ended_repeats BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    changed_at DATETIME(6) NOT NULL COMMENT 'UTC'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS judging_again_changes (
    was VARCHAR(16) NOT NULL COMMENT 'verdict; empty where there was none',
    became VARCHAR(16) NOT NULL COMMENT 'verdict',
    reason VARCHAR(32) NOT NULL,
    open_count BIGINT NOT NULL,
    PRIMARY KEY (was, became, reason)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
