-- D11: the chain of the trail is added to, and never changed.
CREATE TRIGGER audit_chain_no_update BEFORE UPDATE ON audit_chain BEGIN SELECT RAISE(ABORT, 'the audit chain never changes'); END;
--> statement-breakpoint
CREATE TRIGGER audit_chain_no_delete BEFORE DELETE ON audit_chain BEGIN SELECT RAISE(ABORT, 'the audit chain never changes'); END;
--> statement-breakpoint
-- D11: rows from before there were seals get theirs once; nothing else of a row of the log ever changes.
DROP TRIGGER update_no_update;
--> statement-breakpoint
CREATE TRIGGER update_no_update BEFORE UPDATE ON section_update
WHEN OLD.seal IS NOT NULL
	OR NEW.municipality_id IS NOT OLD.municipality_id OR NEW.section_id IS NOT OLD.section_id
	OR NEW.epoch IS NOT OLD.epoch OR NEW.seq IS NOT OLD.seq OR NEW.person_id IS NOT OLD.person_id
	OR NEW.at IS NOT OLD.at OR NEW.bytes IS NOT OLD.bytes
BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
--> statement-breakpoint
DROP TRIGGER history_no_update;
--> statement-breakpoint
CREATE TRIGGER history_no_update BEFORE UPDATE ON section_history
WHEN OLD.seal IS NOT NULL
	OR NEW.municipality_id IS NOT OLD.municipality_id OR NEW.section_id IS NOT OLD.section_id
	OR NEW.epoch IS NOT OLD.epoch OR NEW.from_seq IS NOT OLD.from_seq OR NEW.to_seq IS NOT OLD.to_seq
	OR NEW.bytes IS NOT OLD.bytes
BEGIN SELECT RAISE(ABORT, 'the history never changes'); END;
