-- P2: what readers were told when something was taken back stays; so does every logo that an edition may point at.
CREATE TRIGGER withdrawal_no_update BEFORE UPDATE ON withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal stays'); END;
--> statement-breakpoint
CREATE TRIGGER withdrawal_no_delete BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal stays'); END;
--> statement-breakpoint
CREATE TRIGGER logo_no_update BEFORE UPDATE ON logo BEGIN SELECT RAISE(ABORT, 'a logo never changes'); END;
--> statement-breakpoint
CREATE TRIGGER logo_no_delete BEFORE DELETE ON logo BEGIN SELECT RAISE(ABORT, 'a logo never changes'); END;
--> statement-breakpoint
-- The words of passages, and their stems; å, ä and ö are letters of their own. The text stands in `passage`.
CREATE VIRTUAL TABLE passage_words USING fts5(title, body, title_stems, body_stems, content='', tokenize="unicode61 remove_diacritics 0");
--> statement-breakpoint
-- Parts of words, for compounds.
CREATE VIRTUAL TABLE passage_trigrams USING fts5(title, body, content='', tokenize='trigram');
