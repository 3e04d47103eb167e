-- The two tables of the seed plan, column for column, which the Python service before us used too.
-- Tables: both are new; a database that has one of them already starts after this version.
-- Online: yes, nothing else is touched. Forward: run it again, it skips what is there.

CREATE TABLE IF NOT EXISTS tracked_emails (
    id VARCHAR(36) PRIMARY KEY,
    recipient VARCHAR(255),
    subject VARCHAR(500),
    notes TEXT,
    created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    INDEX idx_created_at (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS opens (
    id INT AUTO_INCREMENT PRIMARY KEY,
    tracked_email_id VARCHAR(36) NOT NULL,
    opened_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    ip_address VARCHAR(45),
    user_agent TEXT,
    referer TEXT,
    country VARCHAR(100),
    city VARCHAR(100),
    FOREIGN KEY (tracked_email_id) REFERENCES tracked_emails(id) ON DELETE CASCADE,
    INDEX idx_tracked_email_id (tracked_email_id),
    INDEX idx_opened_at (opened_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
