// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { typedText } from '#editor/unsent/typed-text.ts';
import { seedUpdate } from '#schema/content.ts';
import { beforeAll, expect, it } from 'vitest';
import { withoutLayout } from './support/desk.ts';
import { desk, WIRE } from './support/desks.ts';

beforeAll(withoutLayout);

const p = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** What a real editor's own updates say was typed. */
function typed(work: (editor: ReturnType<typeof desk>['editor']) => void): string {
	const { doc, editor } = desk(7, seedUpdate({ type: 'doc', content: [p('Barnen'), p('Slut')] }));
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== WIRE) updates.push(update);
	});
	work(editor);
	editor.destroy();
	return typedText(updates);
}

it('[D4] words whose document is gone are read in the order of the text, not of the typing', () => {
	const words = typed((editor) => {
		editor.commands.setTextSelection(7);
		for (const letter of ' lser') editor.commands.insertContent(letter);
		editor.commands.setTextSelection(9);
		editor.commands.insertContent('ä');
	});
	expect(words).toBe('läser');
});

it('[D4] what was deleted again is not among them', () => {
	const words = typed((editor) => {
		editor.commands.insertContentAt(7, ' fel rätt');
		editor.commands.deleteRange({ from: 8, to: 12 });
	});
	expect(words).toBe('rätt');
});

it('[D4] each paragraph and each place is a line', () => {
	const words = typed((editor) => {
		editor.commands.insertContentAt(editor.state.doc.content.size, [p('Ny rad'), p('En till')]);
		editor.commands.insertContentAt(1, 'De ');
	});
	expect(words.split('\n').sort()).toEqual(['De', 'En till', 'Ny rad']);
	expect(words.indexOf('Ny rad')).toBeLessThan(words.indexOf('En till'));
});

it('[D4] deletions alone are no words', () => {
	expect(typed((editor) => editor.commands.deleteRange({ from: 1, to: 4 }))).toBe('');
});
