// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { putIn } from '#editor/put-in.ts';
import { canonicalJson, docJson, normalise, seedUpdate } from '#schema/content.ts';
import type { Editor } from '@tiptap/core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withoutLayout } from './support/desk.ts';
import { StandingGate } from '../support/gate.ts';
import { desk, random, WIRE, type Desk } from './support/desks.ts';

beforeAll(withoutLayout);

const SEED = seedUpdate({
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Rubrik' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Första stycket med åäö' }] },
		{ type: 'paragraph' }
	]
});

type Outcome = { diverged: boolean; reordered: number; updates: number; stale: number };

/** One act of an honest person at a random place. */
function act(editor: Editor, next: () => number, undo: boolean): void {
	const size = editor.state.doc.content.size;
	const from = Math.floor(next() * size);
	const to = Math.min(size, from + Math.floor(next() * 12));
	const at = () => editor.chain().setTextSelection(from);
	const range = () => editor.chain().setTextSelection({ from, to });
	const which = next();
	const acts: [number, () => unknown][] = [
		[
			0.38,
			() =>
				at()
					.insertContent('abcåäö'.slice(0, 1 + Math.floor(next() * 5)))
					.run()
		],
		[0.48, () => at().splitBlock().run()],
		[0.56, () => range().deleteSelection().run()],
		[0.61, () => range().toggleBold().run()],
		[0.64, () => range().toggleItalic().run()],
		[0.67, () => range().setLink({ href: 'https://exempel.se' }).run()],
		[
			0.71,
			() =>
				range()
					.toggleHeading({ level: next() < 0.5 ? 1 : 2 })
					.run()
		],
		[0.76, () => range().toggleBulletList().run()],
		[0.79, () => range().toggleOrderedList().run()],
		[0.81, () => range().sinkListItem('listItem').run()],
		[0.83, () => range().liftListItem('listItem').run()],
		[0.86, () => range().toggleWrap('quote').run()],
		[0.88, () => at().insertTable({ rows: 2, cols: 2 }).run()],
		[0.9, () => at().addRowAfter().run()],
		[0.91, () => at().deleteRow().run()],
		[0.92, () => at().insertContent({ type: 'indicatorSummary' }).run()],
		[0.93, () => at().setHardBreak().run()],
		[0.95, () => at().joinBackward().run()],
		[0.98, () => undo && editor.commands.undo()],
		[1, () => undo && editor.commands.redo()]
	];
	const chosen = acts.find(([limit]) => which < limit);
	try {
		chosen?.[1]();
	} catch (error) {
		// A command at a place where it makes no sense: the act of somebody who missed.
		const misses = ['RangeError', 'TypeError', 'TransformError'];
		if (!(error instanceof Error) || !misses.includes(error.name)) throw error;
	}
}

/**
 * Three desks and a server with the real gate. An undo that the gate refuses for its order begins
 * the desk anew, as the session does: with the server's text and the wish put in as a change.
 */
async function run(seed: number, steps: number, undo: boolean): Promise<Outcome> {
	const next = random(seed);
	const gate = new StandingGate(SEED);
	let clients = 1000;
	const newDesk = () => desk((clients += 1), Y.encodeStateAsUpdate(gate.doc));
	const desks = [newDesk(), newDesk(), newDesk()];
	const outcome: Outcome = { diverged: false, reordered: 0, updates: 0, stale: 0 };
	await new Promise((go) => setTimeout(go, 5));

	const beginAnew = (who: number, d: Desk) => {
		const wish = Y.encodeStateAsUpdate(d.doc);
		outcome.reordered += 1;
		outcome.stale += d.stale;
		d.editor.destroy();
		const fresh = newDesk();
		desks[who] = fresh;
		putIn(fresh.doc, wish);
	};
	const submit = (who: number, d: Desk, update: Uint8Array) => {
		const { sent, refusal } = gate.submit(update);
		if (refusal) {
			expect(refusal).toEqual({ code: 'malformed', rule: 'order' });
			return beginAnew(who, d);
		}
		outcome.updates += 1;
		for (const x of desks) if (x.online) x.inbox.push(...sent);
	};
	const read = (d: Desk) => {
		const update = d.inbox.shift();
		if (update) Y.applyUpdate(d.doc, update, WIRE);
	};
	const send = (who: number) => {
		const d = desks[who];
		const update = d?.outbox.shift();
		if (d && update) submit(who, d, update);
	};
	const comeBack = (who: number, d: Desk) => {
		Object.assign(d, { online: true, outbox: [], inbox: [] });
		Y.applyUpdate(d.doc, Y.encodeStateAsUpdate(gate.doc, Y.encodeStateVector(d.doc)), WIRE);
		submit(who, d, Y.encodeStateAsUpdate(d.doc, Y.encodeStateVector(gate.doc)));
	};

	for (let step = 0; step < steps; step += 1) {
		const who = Math.floor(next() * 3);
		const d = desks[who];
		if (!d) continue;
		if (next() < 0.96) act(d.editor, next, undo);
		else if (d.online) Object.assign(d, { online: false, outbox: [], inbox: [] });
		else comeBack(who, d);
		for (const [i, x] of desks.entries()) {
			while (x.online && x === desks[i] && x.outbox.length > 0 && next() < 0.5) send(i);
			while (x.online && x.inbox.length > 0 && next() < 0.5) read(x);
		}
		if (step % 50 === 0) await new Promise((go) => setTimeout(go, 0));
	}
	for (let round = 0; round < 20; round += 1) {
		for (const [i, d] of desks.entries()) {
			if (!d.online) comeBack(i, d);
			while (desks[i]?.outbox.length) send(i);
		}
		for (const d of desks) while (d.inbox.length > 0) read(d);
		await new Promise((go) => setTimeout(go, 0));
	}
	const text = docJson(gate.doc);
	for (const d of desks) {
		outcome.stale += d.stale;
		if (canonicalJson(docJson(d.doc)) !== canonicalJson(text)) outcome.diverged = true;
		// A view that is not its document would write the difference as deletions.
		expect(normalise(d.editor.state.doc.toJSON() as DocNode)).toEqual(docJson(d.doc));
		d.editor.destroy();
	}
	return outcome;
}

describe('without connection', () => {
	it('[W5] a heading whose level was changed twice goes in with one sync step 2', () => {
		const gate = new StandingGate(SEED);
		const d = desk(7, SEED);
		const level = (n: 1 | 2) => d.editor.chain().setTextSelection(2).setHeading({ level: n }).run();
		level(2);
		level(1);
		level(2);
		const all = Y.encodeStateAsUpdate(d.doc, Y.encodeStateVector(gate.doc));
		expect(gate.submit(all).refusal).toBeNull();
		d.editor.destroy();
	});
});

describe('random honest editing by three people', () => {
	it('[W12] without undo everybody reads the same, and nothing is refused', async () => {
		for (const seed of [11, 12, 13]) {
			const outcome = await run(seed, 200, false);
			expect(outcome).toMatchObject({ diverged: false, reordered: 0 });
			expect(outcome.updates).toBeGreaterThan(50);
		}
	});

	it('[W12] with undo and redo everybody reads the same, whatever Yjs and the view did', async () => {
		// Seeds of a survey: in the first two undo writes an item out of order (yjs#794), which is met
		// and not seen; in the others y-tiptap's search for the caret threw (y-tiptap#48) until the
		// caret was kept by `keepCaret`.
		let reordered = 0;
		for (const seed of [10, 34, 3, 42]) {
			const outcome = await run(seed, 300, true);
			expect(outcome).toMatchObject({ diverged: false, stale: 0 });
			reordered += outcome.reordered;
		}
		expect(reordered).toBeGreaterThan(0);
	});
});
