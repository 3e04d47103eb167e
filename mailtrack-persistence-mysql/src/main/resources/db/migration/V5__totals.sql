-- The numbers over all tracks, kept with every write, so that no page counts rows. Names: tracks, opens (all rows),
-- reads (sum of read_count), opened_tracks (tracks with an open).
-- Tables: a new one of four rows, filled by one pass over tracked_emails. Online: yes.
-- Forward: run it again, it computes the same numbers.

CREATE TABLE IF NOT EXISTS totals (
    name VARCHAR(32) NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL COMMENT 'rows'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

REPLACE INTO totals (name, value)
SELECT 'tracks', COUNT(*) FROM tracked_emails
UNION ALL SELECT 'opens', COALESCE(SUM(open_count), 0) FROM tracked_emails
UNION ALL SELECT 'reads', COALESCE(SUM(read_count), 0) FROM tracked_emails
UNION ALL SELECT 'opened_tracks', COUNT(*) FROM tracked_emails WHERE open_count > 0;
