-- P2: what readers were told when something was taken back stays; so does every logo that an edition may point at.
CREATE TRIGGER withdrawal_no_update BEFORE UPDATE ON withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal stays'); END;
--> statement-breakpoint
CREATE TRIGGER withdrawal_no_delete BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal stays'); END;
--> statement-breakpoint
CREATE TRIGGER logo_no_update BEFORE UPDATE ON logo BEGIN SELECT RAISE(ABORT, 'a logo never changes'); END;
--> statement-breakpoint
CREATE TRIGGER logo_no_delete BEFORE DELETE ON logo BEGIN SELECT RAISE(ABORT, 'a logo never changes'); END;
--> statement-breakpoint
-- P2: what search knows of an edition is added once, with it or later, and never changes.
CREATE TRIGGER passage_no_update BEFORE UPDATE ON passage BEGIN SELECT RAISE(ABORT, 'a passage never changes'); END;
--> statement-breakpoint
CREATE TRIGGER passage_no_delete BEFORE DELETE ON passage BEGIN SELECT RAISE(ABORT, 'a passage never changes'); END;
--> statement-breakpoint
CREATE TRIGGER passage_text_no_update BEFORE UPDATE ON passage_text BEGIN SELECT RAISE(ABORT, 'a passage never changes'); END;
--> statement-breakpoint
CREATE TRIGGER passage_text_no_delete BEFORE DELETE ON passage_text BEGIN SELECT RAISE(ABORT, 'a passage never changes'); END;
--> statement-breakpoint
-- The stems of passages' words, and those of long words read backwards, for the ends of compounds; å, ä and ö are
-- letters of their own. The text stands in `passage_text`.
CREATE VIRTUAL TABLE passage_stems USING fts5(title, body, title_tails, body_tails, content='', tokenize="unicode61 remove_diacritics 0");
--> statement-breakpoint
-- The words as they stand, a space around each: for what is looked for word by word, and for parts of words.
CREATE VIRTUAL TABLE passage_trigrams USING fts5(title, body, content='', tokenize='trigram');
