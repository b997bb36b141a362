import type { DocNode, FixedContent } from '#core/publication.ts';
import { canonicalJson, docJson, hashOf } from '#schema/content.ts';
import { newDoc } from '#schema/new-doc.ts';
import { FRAGMENT } from '#schema/version.ts';
import { zstdDecompressSync } from 'node:zlib';
import * as Y from 'yjs';
import { proveLog, type Epoch, type ProvedSection } from './log.ts';
import { ADVICE, examine, rowName, type Look } from './look.ts';

/** Something that says what the text was after an update, to be held against the log. */
type Claim = {
	seq: number;
	at: { table: string; row: string; advice: string };
	/** What is wrong with it, given the text that the log makes. */
	check: (text: DocNode) => string | null;
	reached: boolean;
};

/**
 * D8, S2: each section's log is played again from its first update. Nothing waits for something that is not
 * there, each snapshot says what the log says at its number, and what was fixed at a submission is what stood
 * there then.
 * @returns how many sections and updates there are
 */
export function proveTexts(look: Look): { sections: number; updates: number } {
	const sections = look.db
		.prepare<[], ProvedSection>('SELECT id, epoch, seq FROM section ORDER BY report_id, position')
		.all();
	let updates = 0;
	for (const section of sections) {
		const epochs = proveLog(look, section);
		const fixed = fixedOf(look, section.id);
		for (const epoch of epochs) {
			updates += epoch.updates.length;
			replay(look, section, epoch, [...snapshotsOf(look, section.id, epoch.epoch), ...fixed]);
		}
		// A snapshot of an epoch without a log, or of an update that no epoch has.
		for (const epoch of snapshotEpochs(look, section.id))
			if (!epochs.some((one) => one.epoch === epoch))
				for (const { at } of snapshotsOf(look, section.id, epoch))
					look.found({ ...at, problem: 'is of an epoch of which there is no log' });
		for (const { at, reached, seq } of fixed)
			if (!reached)
				look.found({ ...at, problem: `was fixed at update ${seq}, which is not in the log` });
	}
	return { sections: sections.length, updates };
}

function replay(look: Look, section: ProvedSection, epoch: Epoch, claims: Claim[]): void {
	const doc = newDoc();
	doc.getXmlFragment(FRAGMENT);
	const first = epoch.updates[0]?.seq ?? 0;
	const last = epoch.updates.at(-1)?.seq ?? 0;
	const at = {
		table: 'section_update',
		row: rowName({ section: section.id, epoch: epoch.epoch }),
		advice: ADVICE.restore
	};
	examine(look, at, () => {
		let next = 0;
		const stops = claims.filter(({ seq }) => seq >= first && seq <= last);
		for (const stop of [...stops].sort((a, b) => a.seq - b.seq)) {
			next = playUpTo(doc, epoch, next, stop.seq);
			stop.reached = true;
			examine(look, stop.at, () => stop.check(docJson(doc)));
		}
		playUpTo(doc, epoch, next, last);
		const { pendingStructs, pendingDs } = doc.store;
		return pendingStructs === null && pendingDs === null
			? null
			: 'builds on something that is not in the log';
	});
	doc.destroy();
	for (const { at: row, seq, reached } of claims)
		if (!reached && row.table === 'section_snapshot')
			look.found({ ...row, problem: `is of update ${seq}, which is not in the log` });
}

/** Plays what follows `from` (a place in the list) up to and with the update `seq`; answers the next place. */
function playUpTo(doc: Y.Doc, { updates }: Epoch, from: number, seq: number): number {
	let next = from;
	doc.transact(() => {
		for (; next < updates.length; next++) {
			const update = updates[next];
			if (!update || update.seq > seq) break;
			Y.applyUpdate(doc, update.bytes);
		}
	});
	return next;
}

const snapshotEpochs = ({ db }: Look, sectionId: string): number[] =>
	db
		.prepare<[string], number>('SELECT DISTINCT epoch FROM section_snapshot WHERE section_id = ?')
		.pluck()
		.all(sectionId);

function snapshotsOf({ db }: Look, sectionId: string, epoch: number): Claim[] {
	return db
		.prepare<
			[string, number],
			{ seq: number; bytes: Uint8Array; format: number; hash: string | null }
		>('SELECT seq, bytes, format, hash FROM section_snapshot WHERE section_id = ? AND epoch = ?')
		.all(sectionId, epoch)
		.map(({ seq, bytes, format, hash }) => ({
			seq,
			at: {
				table: 'section_snapshot',
				row: rowName({ section: sectionId, epoch, seq }),
				advice: ADVICE.derived
			},
			reached: false,
			check: (text) => {
				const due = hashOf(text);
				if (hash !== null && hash !== due) return 'names another hash than the log makes';
				const doc = newDoc();
				Y.applyUpdate(doc, format === 0 ? bytes : zstdDecompressSync(bytes));
				const said = hashOf(docJson(doc));
				doc.destroy();
				return said === due ? null : 'says something else than the log';
			}
		}));
}

function fixedOf({ db }: Look, sectionId: string): Claim[] {
	return db
		.prepare<[string], { id: string; seq: number; content: string }>(
			'SELECT id, seq, content FROM fixed_content WHERE section_id = ?'
		)
		.all(sectionId)
		.map(({ id, seq, content }) => ({
			seq,
			at: { table: 'fixed_content', row: rowName({ id }), advice: ADVICE.restore },
			reached: false,
			check: (text) =>
				canonicalJson((JSON.parse(content) as FixedContent).doc) === canonicalJson(text)
					? null
					: `is not the text that the log makes at update ${seq}`
		}));
}
