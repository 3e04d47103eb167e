-- Files of tracks that were looked through and wait until the owner says yes to them, in pieces that every server takes
-- at once; and what became of them, so that saying yes twice imports nothing twice. A day later they are forgotten.
-- Tables: two new ones, empty as a rule. Online: yes. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS imports (
    id CHAR(36) NOT NULL PRIMARY KEY,
    created_at DATETIME(6) NOT NULL COMMENT 'UTC',
    track_count INT NOT NULL COMMENT 'tracks in the file',
    known_count INT NOT NULL COMMENT 'of them, there when it was looked through',
    added_count INT NULL COMMENT 'tracks; null while the file waits',
    skipped_count INT NULL COMMENT 'tracks that were there already; null while the file waits',
    INDEX ix_imports_created (created_at) COMMENT 'imports.forgetOld'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS import_pieces (
    import_id CHAR(36) NOT NULL,
    number INT NOT NULL COMMENT 'of the piece in its file, from 0',
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (import_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
