-- Hits that could not be recorded, until the operator tries them again or discards them. All that strangers choose is
-- in binary columns, which take any bytes, and a time is text, since it may lie beyond what DATETIME can hold: whatever
-- was refused elsewhere is not refused here.
-- Tables: a new one, empty as a rule. Online: yes. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS quarantined_hits (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    spool VARCHAR(64) NOT NULL,
    position BIGINT NOT NULL COMMENT 'of the hit in its spool',
    received_at VARBINARY(64) NOT NULL COMMENT 'ISO 8601, UTC',
    track_id VARBINARY(144) NOT NULL COMMENT 'UTF-8',
    ip_address VARBINARY(64) NULL COMMENT 'ASCII',
    user_agent BLOB NULL COMMENT 'UTF-8',
    referer BLOB NULL COMMENT 'UTF-8',
    reason VARCHAR(16) NOT NULL,
    reason_text VARCHAR(255) NOT NULL,
    quarantined_at DATETIME(6) NOT NULL COMMENT 'UTC',
    UNIQUE INDEX uq_quarantined_hits_spool_position (spool, position) COMMENT 'recording.quarantine'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
