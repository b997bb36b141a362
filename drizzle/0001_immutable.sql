-- P2, S9, D9: what was published, audited or logged is never changed or removed.
CREATE TRIGGER edition_no_update BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER edition_file_no_update BEFORE UPDATE ON edition_file BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER edition_file_no_delete BEFORE DELETE ON edition_file BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fixed_no_update BEFORE UPDATE ON fixed_content BEGIN SELECT RAISE(ABORT, 'fixed content never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fixed_no_delete BEFORE DELETE ON fixed_content BEGIN SELECT RAISE(ABORT, 'fixed content never changes'); END;
--> statement-breakpoint
CREATE TRIGGER update_no_update BEFORE UPDATE ON section_update BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
--> statement-breakpoint
CREATE TRIGGER update_no_delete BEFORE DELETE ON section_update BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
