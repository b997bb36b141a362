import { GatedDocument } from '#collab/gated-document.ts';
import { loadDoc, seedUpdate } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { DocNode } from '#core/publication.ts';
import * as Y from 'yjs';
import { loadNow } from '../machine.ts';
import { printTable, type Row } from '../table.ts';

/** Paragraphs of a short and a long section; each has been written letter by letter, and half erased. */
const SIZES = [10, 2000];
const UPDATES = 3000;
const REPETITIONS = 5;
/** How many updates one turn brings when many write at once. */
const TURN = 32;

const PERSON = 'person';

function history(paragraphs: number): Uint8Array {
	const content: DocNode[] = Array.from({ length: paragraphs }, () => ({
		type: 'paragraph',
		content: [{ type: 'text', text: 'Barn och unga ska få vara med. ' }]
	}));
	const doc = loadDoc([seedUpdate({ type: 'doc', content })]);
	const root = doc.getXmlFragment(FRAGMENT);
	for (let i = 0; i < paragraphs * 20; i++) {
		const words = (root.get(i % paragraphs) as Y.XmlElement).get(0) as Y.XmlText;
		words.insert((i * 7) % words.length, 'x');
		if (i % 2 === 0) words.delete((i * 11) % words.length, 1);
	}
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}

/** What a person writes on such a text: an update for each change. */
function write(base: Uint8Array, kind: 'letters' | 'paragraphs'): Uint8Array[] {
	const doc = loadDoc([base]);
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const root = doc.getXmlFragment(FRAGMENT);
	const words = (root.get(root.length >> 1) as Y.XmlElement).get(0) as Y.XmlText;
	for (let i = 0; i < UPDATES; i++) {
		if (kind === 'letters') words.insert(words.length, i % 6 === 0 ? ' ' : 'a');
		else
			doc.transact(() => {
				const p = new Y.XmlElement('paragraph');
				p.insert(0, [new Y.XmlText('ny')]);
				root.insert(root.length >> 1, [p]);
			});
	}
	doc.destroy();
	return updates;
}

/** Microseconds an update through the gate and into the document, `turn` of them at once. */
function ours(base: Uint8Array, updates: Uint8Array[], turn: number): number {
	const gate = new GatedDocument(loadDoc([base]), new Map(), 0);
	const begun = performance.now();
	for (const [i, update] of updates.entries()) {
		const judged = gate.judge(update, PERSON);
		if (judged.kind !== 'taken') throw new Error(`not taken: ${JSON.stringify(judged)}`);
		if (i % turn === turn - 1) gate.settle();
	}
	gate.settle();
	const spent = performance.now() - begun;
	gate.destroy();
	return (spent / updates.length) * 1000;
}

/** The same with nothing but Yjs: applied one by one, and sent on as it is emitted. */
function yjs(base: Uint8Array, updates: Uint8Array[]): number {
	const doc = loadDoc([base]);
	let bytes = 0;
	doc.on('update', (update: Uint8Array) => (bytes += update.byteLength));
	const begun = performance.now();
	for (const update of updates) Y.applyUpdate(doc, update);
	const spent = performance.now() - begun;
	doc.destroy();
	return bytes > 0 ? (spent / updates.length) * 1000 : NaN;
}

/** What the gate costs beside applying an update, and whether it grows with the document. */
export async function benchGate(): Promise<boolean> {
	for (const kind of ['letters', 'paragraphs'] as const) {
		const rows: Row[] = [];
		for (const size of SIZES) {
			const base = history(size);
			const updates = write(base, kind);
			for (const turn of [1, TURN]) {
				const row: { ours: number[]; other: number[] } = { ours: [], other: [] };
				for (let i = 0; i <= REPETITIONS; i++) {
					const figures = { ours: ours(base, updates, turn), other: yjs(base, updates) };
					// The first time is the compiler's.
					if (i === 0) continue;
					row.ours.push(figures.ours);
					row.other.push(figures.other);
				}
				const label = `${size} paragraphs (${Math.round(base.byteLength / 1024)} KiB), ${turn} a turn`;
				rows.push({ label, ...row });
			}
		}
		const what = kind === 'letters' ? 'a letter' : 'a new paragraph';
		printTable(
			`The gate: microseconds for ${what} (${loadNow()})`,
			{ ours: 'judged and applied', other: 'Yjs alone' },
			rows
		);
	}
	return true;
}
