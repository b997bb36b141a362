-- D9: a row of the log goes when a pack holds it, in the transaction that stores the pack, and never else.
DROP TRIGGER update_no_delete;
--> statement-breakpoint
CREATE TRIGGER update_no_delete BEFORE DELETE ON section_update
WHEN NOT EXISTS (
	SELECT 1 FROM section_history h
	WHERE h.section_id = OLD.section_id AND h.epoch = OLD.epoch AND h.from_seq <= OLD.seq AND h.to_seq >= OLD.seq
)
BEGIN SELECT RAISE(ABORT, 'the log never changes'); END;
--> statement-breakpoint
-- A pack that covers numbers whose rows are not there, or that another pack has, would let rows go unkept.
CREATE TRIGGER history_holds_rows BEFORE INSERT ON section_history
WHEN NEW.to_seq < NEW.from_seq
	OR (
		SELECT count(*) FROM section_update u
		WHERE u.section_id = NEW.section_id AND u.epoch = NEW.epoch AND u.seq BETWEEN NEW.from_seq AND NEW.to_seq
	) <> NEW.to_seq - NEW.from_seq + 1
	OR EXISTS (
		SELECT 1 FROM section_history h
		WHERE h.section_id = NEW.section_id AND h.epoch = NEW.epoch AND h.to_seq >= NEW.from_seq
	)
BEGIN SELECT RAISE(ABORT, 'a pack holds rows of the log, each once'); END;
--> statement-breakpoint
CREATE TRIGGER history_no_update BEFORE UPDATE ON section_history BEGIN SELECT RAISE(ABORT, 'the history never changes'); END;
--> statement-breakpoint
CREATE TRIGGER history_no_delete BEFORE DELETE ON section_history BEGIN SELECT RAISE(ABORT, 'the history never changes'); END;
--> statement-breakpoint
-- L1, L4: what was kept stays. Its author's following letters may join it until it is decided, once.
CREATE TRIGGER late_no_delete BEFORE DELETE ON late_contribution BEGIN SELECT RAISE(ABORT, 'a late contribution stays'); END;
--> statement-breakpoint
CREATE TRIGGER late_decided_once BEFORE UPDATE ON late_contribution
WHEN OLD.state <> 'open'
	OR NEW.id IS NOT OLD.id OR NEW.section_id IS NOT OLD.section_id OR NEW.epoch IS NOT OLD.epoch
	OR NEW.person_id IS NOT OLD.person_id OR NEW.at IS NOT OLD.at OR NEW.why IS NOT OLD.why
	OR (NEW.state <> 'open' AND (NEW.bytes IS NOT OLD.bytes OR NEW.text IS NOT OLD.text))
BEGIN SELECT RAISE(ABORT, 'a late contribution is decided once'); END;
--> statement-breakpoint
-- A7: who wrote until now, from the log that was never packed yet.
INSERT INTO section_writer (municipality_id, section_id, person_id, last_seq)
SELECT municipality_id, section_id, person_id, max(seq) FROM section_update
WHERE person_id IS NOT NULL
GROUP BY section_id, person_id;
