// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import type { Review, ThreadOnPage } from '#core/review.ts';
import { anchorOf } from '#editor/review/anchors.ts';
import { marksIn, placeIn, showMarks, threadIn } from '#editor/review/marks.ts';
import { namedIn, soughtAt, withName } from '#editor/review/mentions.ts';
import { newsIn } from '#editor/review/news.ts';
import { changedOf, spokenOf } from '#editor/review/passage.ts';
import { docJson, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { doc, p } from '#server/demo/write.ts';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { typeText } from './support/acts.ts';
import { withoutLayout } from './support/desk.ts';
import { desk, WIRE, type Desk } from './support/desks.ts';

/** Where comments stand: real editors on real documents, whose updates are handed over by hand. */

beforeAll(withoutLayout);

function two(text: DocNode): [Desk, Desk] {
	const first = new Y.Doc();
	prosemirrorJSONToYXmlFragment(schema, normalise(text), first.getXmlFragment(FRAGMENT));
	const base = Y.encodeStateAsUpdate(first);
	const desks: [Desk, Desk] = [desk(11, base), desk(12, base)];
	onTestFinished(() => desks.forEach(({ editor }) => editor.destroy()));
	return desks;
}

/** Hands over what one has made. */
function deliver(from: Desk, to: Desk): void {
	for (const update of from.outbox.splice(0)) Y.applyUpdate(to.doc, update, WIRE);
}

/** Marks these words. */
function select({ editor }: Desk, words: string): void {
	let at = -1;
	editor.state.doc.descendants((node, pos) => {
		const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
		if (index >= 0 && at < 0) at = pos + index;
	});
	if (at < 0) throw new Error(`no ${words}`);
	editor.commands.setTextSelection({ from: at, to: at + words.length });
}

function anchorAt(one: Desk, words: string): Pick<ThreadOnPage, 'anchor'> {
	select(one, words);
	return { anchor: anchorOf(one.editor.state, one.editor.state.selection) };
}

const wordsAt = ({ editor: { state } }: Desk, thread: Pick<ThreadOnPage, 'anchor'>) => {
	const at = placeIn(state, thread);
	return at && state.doc.textBetween(at.from, at.to, '|');
};

const show = ({ editor }: Desk, threads: Parameters<typeof showMarks>[1]['threads']): string[] => {
	const clicked: string[] = [];
	showMarks(editor.view, {
		threads,
		active: null,
		words: { proposed: 'Föreslaget', removed: 'Föreslås tas bort' },
		onclick: (id) => clicked.push(id)
	});
	return clicked;
};
const marked = ({ editor }: Desk, what: string) =>
	[...editor.view.dom.querySelectorAll(what)].map(({ textContent }) => textContent);

const TEXT = () => two(doc(p('Första orden.'), p('Kommunens barn mår bra.'), p('Slut.')));

describe('where a comment stands', () => {
	test('[R1] [S6] the passage is the same for another person, whatever is typed around it', () => {
		const [a, b] = TEXT();
		const thread = anchorAt(a, 'barn mår');
		expect(wordsAt(b, thread)).toBe('barn mår');
		select(b, 'Första');
		b.editor.commands.setTextSelection(b.editor.state.selection.from);
		typeText(b.editor, 'Nytt. ');
		b.editor.commands.splitBlock();
		// At both edges: what is typed there is not in the passage.
		select(b, 'barn mår');
		const { from, to } = b.editor.state.selection;
		b.editor.commands.setTextSelection(to);
		typeText(b.editor, ' nog');
		b.editor.commands.setTextSelection(from);
		typeText(b.editor, 'unga ');
		deliver(b, a);
		for (const one of [a, b]) expect(wordsAt(one, thread)).toBe('barn mår');
	});

	test('[R1] at the very beginning of the text, at its end, and over several paragraphs', () => {
		const [a, b] = TEXT();
		for (const words of ['Första', 'Slut.']) expect(wordsAt(b, anchorAt(a, words))).toBe(words);
		a.editor.commands.setTextSelection({ from: 1, to: a.editor.state.doc.content.size - 1 });
		const whole = { anchor: anchorOf(a.editor.state, a.editor.state.selection) };
		expect(wordsAt(b, whole)).toBe('Första orden.|Kommunens barn mår bra.|Slut.');
	});

	test('[R1] a block is a passage too', () => {
		const [a, b] = two(doc(p('Före.'), { type: 'indicatorSummary' }, p('Efter.')));
		a.editor.commands.setNodeSelection(7);
		const spoken = spokenOf(a.editor.state);
		expect(spoken).toMatchObject({ from: 7, to: 8 });
		const thread = { anchor: anchorOf(a.editor.state, { from: 7, to: 8 }) };
		b.editor.commands.setTextSelection(1);
		typeText(b.editor, 'Nu ');
		deliver(b, a);
		for (const one of [a, b]) {
			const at = placeIn(one.editor.state, thread);
			expect(one.editor.state.doc.nodeAt(at?.from ?? 0)?.type.name).toBe('indicatorSummary');
		}
	});

	test('[R1] a passage that was deleted is gone, with its paragraph and without it', () => {
		const [a, b] = TEXT();
		const part = anchorAt(a, 'barn mår');
		const paragraph = anchorAt(a, 'Slut.');
		select(b, 'barn mår');
		b.editor.commands.deleteSelection();
		const { size } = b.editor.state.doc.content;
		b.editor.view.dispatch(b.editor.state.tr.delete(size - 7, size));
		deliver(b, a);
		expect(wordsAt(a, part)).toBe('');
		expect(wordsAt(a, paragraph)).toBeNull();
		show(a, [{ id: 't', kind: 'comment', proposed: null, ...part }]);
		expect(marked(a, '.said')).toEqual([]);
	});

	test('[R1] an anchor that is none stands nowhere', () => {
		const [a] = TEXT();
		for (const start of ['', '*', btoa('blaj blaj blaj')])
			expect(placeIn(a.editor.state, { anchor: { start, end: start } })).toBeNull();
	});
});

describe('what is shown in the text', () => {
	test('[S6] [R2] marks and suggestions change neither document nor selection nor undo', () => {
		const [a, b] = TEXT();
		typeText(a.editor, 'Nej. ');
		const passage = anchorAt(a, 'barn mår');
		const bra = anchorAt(a, 'bra');
		const before = {
			json: docJson(a.doc),
			selection: a.editor.state.selection.toJSON() as unknown
		};
		a.outbox.length = 0;
		const clicked = show(a, [
			{ id: 'one', kind: 'comment', proposed: null, ...passage },
			{ id: 'two', kind: 'suggestion', proposed: 'utmärkt', ...bra }
		]);
		expect(marked(a, '.said')).toEqual(['barn mår']);
		expect(marked(a, '.struck')).toEqual(['bra']);
		expect(marked(a, '.proposed')).toEqual(['Föreslaget utmärkt']);
		expect(docJson(a.doc)).toEqual(before.json);
		expect(a.editor.state.selection.toJSON()).toEqual(before.selection);
		expect(a.outbox).toEqual([]);
		const { from } = placeIn(a.editor.state, passage) ?? { from: 0 };
		marksIn(a.editor.state)?.click(a.editor.view, from + 1);
		expect(clicked).toEqual(['one']);
		expect(threadIn(a.editor.state, from - 3)).toBeNull();

		// Marks go with what is typed here, and with what others type.
		a.editor.commands.setTextSelection(1);
		typeText(a.editor, 'Mer. ');
		expect(marked(a, '.said')).toEqual(['barn mår']);
		deliver(a, b);
		b.editor.commands.setTextSelection(1);
		typeText(b.editor, 'Annat. ');
		deliver(b, a);
		expect(marked(a, '.said')).toEqual(['barn mår']);
		expect(marked(a, '.proposed')).toEqual(['Föreslaget utmärkt']);
		a.editor.commands.undo();
		expect(a.editor.state.doc.textContent).not.toContain('Mer.');
		expect(a.editor.state.doc.textContent).toContain('Annat. ');
		expect(marked(a, '.said')).toEqual(['barn mår']);
		show(a, []);
		expect(marked(a, '.said, .struck, .proposed')).toEqual([]);
	});

	test('[S6] [R2] a text that takes no letters shows them too', () => {
		const [a] = TEXT();
		const passage = anchorAt(a, 'Första');
		a.editor.setEditable(false);
		show(a, [{ id: 'one', kind: 'suggestion', proposed: '', ...passage }]);
		expect(marked(a, '.struck')).toEqual(['Första']);
		expect(marked(a, '.proposed')).toEqual(['Föreslås tas bort']);
	});
});

describe('what somebody speaks about', () => {
	test('[R1] what is marked, else the paragraph at the caret', () => {
		const [a] = TEXT();
		select(a, 'barn mår');
		expect(spokenOf(a.editor.state)?.quote).toBe('barn mår');
		a.editor.commands.setTextSelection(a.editor.state.selection.from);
		expect(spokenOf(a.editor.state)?.quote).toBe('Kommunens barn mår bra.');
	});

	test('[R2] a suggestion is about words of one paragraph, or a place between two letters', () => {
		const [a] = TEXT();
		select(a, 'barn mår');
		expect(changedOf(a.editor.state)?.quote).toBe('barn mår');
		const at = a.editor.state.selection.from;
		a.editor.commands.setTextSelection(at);
		const place = changedOf(a.editor.state);
		expect(place).toEqual({ from: at, to: at, quote: '' });
		const anchor = place && anchorOf(a.editor.state, place);
		expect(anchor?.start).toBe(anchor?.end);
		a.editor.commands.setTextSelection({ from: 3, to: at });
		expect(changedOf(a.editor.state)).toBeNull();
	});
});

describe('who is named', () => {
	const people = [
		{ id: '1', name: 'Anna', department: null },
		{ id: '2', name: 'Anna Berg', department: null },
		{ id: '3', name: 'Bo Ek', department: 'Skola' },
		{ id: '4', name: 'Bo Ek', department: 'Kultur' }
	];

	test('[R1] an @ begins a name where no word stands before it', () => {
		expect(soughtAt('Hej @an', 7)).toBe('an');
		expect(soughtAt('Hej @', 5)).toBe('');
		expect(soughtAt('anna@skolan.se', 14)).toBeNull();
		expect(soughtAt('Hej', 3)).toBeNull();
		expect(withName('Hej @an och', 7, 'Anna Berg')).toEqual({
			text: 'Hej @Anna Berg och',
			caret: 15
		});
	});

	test('[R1] the longest name counts, and of two of one name whoever was chosen', () => {
		expect(namedIn('@Anna Berg, se här', people, [])).toEqual(['2']);
		expect(namedIn('@Anna och @Anna Berg', people, []).sort()).toEqual(['1', '2']);
		expect(namedIn('@Annalisa', people, [])).toEqual([]);
		expect(namedIn('@Bo Ek', people, ['4'])).toEqual(['4']);
		expect(namedIn('@Bo Ek', people, [])).toEqual(['3', '4']);
		expect(namedIn('Bo Ek', people, ['4'])).toEqual([]);
	});
});

test('[R1] news are what others said and did, each once', () => {
	const comment = (id: string, isMine: boolean) => ({ id, isMine });
	const thread = (id: string, state: string, ...comments: object[]) => ({ id, state, comments });
	const review = (...threads: object[]) => ({ threads }) as unknown as Review;
	const before = review(thread('t', 'open', comment('a', true)));
	const after = review(
		thread('t', 'resolved', comment('a', true), comment('b', false)),
		thread('u', 'open', comment('c', false)),
		thread('v', 'open', comment('d', true))
	);
	const told = newsIn(before, after).map((one) =>
		one.kind === 'comment' ? one.comment.id : `${one.thread.id} ${one.thread.state}`
	);
	expect(told).toEqual(['b', 't resolved', 'c']);
	expect(newsIn(after, after)).toEqual([]);
});
