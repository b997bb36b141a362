// @vitest-environment jsdom
import { seedUpdate } from '#schema/content.ts';
import type { DocNode } from '#core/publication.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withoutLayout } from './support/desk.ts';
import { desk, WIRE, type Desk } from './support/desks.ts';

beforeAll(withoutLayout);

const p = (text: string): DocNode =>
	text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };

/** Two people at the same text; what one writes reaches the other at once. */
function two(...paragraphs: string[]): [Desk, Desk] {
	const base = seedUpdate({ type: 'doc', content: paragraphs.map(p) });
	const pair: [Desk, Desk] = [desk(1, base), desk(2, base)];
	const [a, b] = pair;
	a.doc.on('update', (u: Uint8Array, origin) => origin !== WIRE && Y.applyUpdate(b.doc, u, WIRE));
	b.doc.on('update', (u: Uint8Array, origin) => origin !== WIRE && Y.applyUpdate(a.doc, u, WIRE));
	return pair;
}

/** Where the caret stands: which paragraph, and how many letters into it. */
const caret = ({ editor }: Desk) => {
	const { $head } = editor.state.selection;
	return [$head.index(0), $head.parentOffset];
};

describe('the caret while others write', () => {
	it('[W12] stays in its paragraph when somebody else begins to write in it', () => {
		const [a, b] = two('', 'Mitten', '', '');
		a.editor.commands.setTextSelection(1);
		b.editor.commands.insertContentAt(1, 'x');
		expect(caret(a)).toEqual([0, 0]);
		a.editor.destroy();
		b.editor.destroy();
	});

	it('[W12] stays at its letter when somebody else mends the same paragraph', () => {
		const [a, b] = two('Barnen', 'Barnen', 'Slut');
		a.editor.commands.setTextSelection(4);
		b.editor.commands.insertContentAt(1, 'De ');
		expect(caret(a)).toEqual([0, 6]);
		a.editor.destroy();
		b.editor.destroy();
	});

	it('[W12] goes along when somebody else makes the paragraph a heading', () => {
		const [a, b] = two('Först', 'Barnen läser', 'Sist');
		a.editor.commands.setTextSelection(11);
		expect(caret(a)).toEqual([1, 3]);
		b.editor.chain().setTextSelection(10).toggleHeading({ level: 1 }).run();
		expect(a.editor.state.doc.child(1).type.name).toBe('heading');
		expect(caret(a)).toEqual([1, 3]);
		a.editor.destroy();
		b.editor.destroy();
	});

	it('[W12] goes along when somebody else writes above it', () => {
		const [a, b] = two('Ett', 'Två', 'Tre');
		a.editor.commands.setTextSelection(8);
		b.editor.chain().setTextSelection(4).splitBlock().insertContent('Ny').run();
		expect(caret(a)).toEqual([2, 2]);
		a.editor.destroy();
		b.editor.destroy();
	});
});
