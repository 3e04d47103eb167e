-- Lists of the tracks of one recipient, newest first, come from an index. Where another program has left one on
-- recipient, that one does: it finds the rows, which are few enough to be sorted.
-- Tables: tracked_emails gets an index, one pass over it. Online: yes, it can be read and written meanwhile.
-- Forward: run it again, it skips what is there. Not every server knows ADD INDEX IF NOT EXISTS, hence the detour.

SET @recipient_index = IF(
    (SELECT COUNT(*) FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND table_name = 'tracked_emails'
       AND column_name = 'recipient' AND seq_in_index = 1 AND sub_part IS NULL AND index_type = 'BTREE') > 0,
    'DO 0',
    'ALTER TABLE tracked_emails ADD INDEX ix_tracked_emails_recipient_created (recipient, created_at) COMMENT ''tracks.newestFirst''');

PREPARE add_recipient_index FROM @recipient_index;
EXECUTE add_recipient_index;
DEALLOCATE PREPARE add_recipient_index;
