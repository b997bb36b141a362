-- What was said stays: an edit adds the earlier wording, a withdrawal is a mark.
CREATE TRIGGER thread_no_delete BEFORE DELETE ON thread BEGIN SELECT RAISE(ABORT, 'a thread is resolved, not removed'); END;
--> statement-breakpoint
CREATE TRIGGER comment_no_delete BEFORE DELETE ON comment BEGIN SELECT RAISE(ABORT, 'a comment is withdrawn, not removed'); END;
--> statement-breakpoint
CREATE TRIGGER comment_wording_no_update BEFORE UPDATE ON comment_wording BEGIN SELECT RAISE(ABORT, 'an earlier wording never changes'); END;
--> statement-breakpoint
CREATE TRIGGER comment_wording_no_delete BEFORE DELETE ON comment_wording BEGIN SELECT RAISE(ABORT, 'an earlier wording never changes'); END;
--> statement-breakpoint
-- What was read before the decision stays known; only its withdrawal is added.
CREATE TRIGGER preview_no_change BEFORE UPDATE OF id, report_id, model, hash, message, released_by, released_at ON preview BEGIN SELECT RAISE(ABORT, 'a preview never changes'); END;
--> statement-breakpoint
CREATE TRIGGER preview_no_delete BEFORE DELETE ON preview BEGIN SELECT RAISE(ABORT, 'a preview never changes'); END;
--> statement-breakpoint
CREATE TRIGGER preview_withdrawn_once BEFORE UPDATE OF withdrawn_by, withdrawn_at ON preview WHEN OLD.withdrawn_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a preview is taken back once'); END;
--> statement-breakpoint
CREATE TRIGGER preview_reader_no_update BEFORE UPDATE ON preview_reader BEGIN SELECT RAISE(ABORT, 'who was given a preview stays known'); END;
--> statement-breakpoint
CREATE TRIGGER preview_reader_no_delete BEFORE DELETE ON preview_reader BEGIN SELECT RAISE(ABORT, 'who was given a preview stays known'); END;
