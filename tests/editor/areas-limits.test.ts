// @vitest-environment jsdom
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import { paragraph, plan, sit, tableOf, TWO } from './support/area-desk.ts';

it('[A3] whoever writes in their own rows only changes these and nothing around them', async () => {
	const me = await sit([paragraph('Inledning'), plan(TWO)], ['bu']);
	const { editor } = me;
	const before = () => editor.state.doc.textContent;
	const text = before();
	for (const words of ['Inledning', 'Trygghet', 'Fältare']) {
		me.caret(words);
		me.type('!');
		me.press('Enter');
	}
	me.caret('Trygghet');
	me.press('ArrowUp', { altKey: true, shiftKey: true });
	expect(before()).toBe(text);
	expect(me.table().areas.map(({ title }) => title)).toEqual(['Delaktighet', 'Trygghet']);
	expect(new Set(me.said)).toEqual(new Set(['Det här är inte din rad. Ingenting har ändrats']));

	me.caret('Elevråd');
	me.type(' för alla');
	me.press('Enter');
	me.type('Barnens möte');
	expect(me.table().areas[0]?.measures.map((measure) => measure.text)).toEqual([
		'Elevråd för alla',
		'Barnens möte',
		'Barnrättspiloter'
	]);
	// Their row goes where they want it, by its own key.
	me.caret('Delaktighet');
	me.press('ArrowDown', { altKey: true, shiftKey: true });
	expect(me.table().areas.map(({ title }) => title)).toEqual(['Trygghet', 'Delaktighet']);
});

it('[A3] nobody takes a row or gives the last of theirs away', async () => {
	const me = await sit([plan(TWO)], ['bu']);
	const { editor } = me;
	const [first, second] = tableOf(editor).node.children;
	const at = (i: number) => (i === 0 ? 1 : 1 + (first?.nodeSize ?? 0));
	const name = (i: number, ids: string[]) =>
		editor.view.dispatch(editor.state.tr.setNodeAttribute(at(i), 'departments', ids));
	name(1, ['kf', 'bu']);
	name(0, ['kf']);
	expect(me.table().areas.map(({ departments }) => departments)).toEqual([['bu'], ['kf']]);
	name(0, ['bu', 'kf']);
	expect(me.table().areas[0]?.departments).toEqual(['bu', 'kf']);
	expect(second?.attrs['departments']).toEqual(['kf']);
	editor.view.dispatch(editor.state.tr.delete(at(1), at(1) + (second?.nodeSize ?? 0)));
	expect(me.table().areas).toHaveLength(2);
});

it('[A3] what others write is drawn whatever row it is in', async () => {
	const me = await sit([plan(TWO)], ['bu']);
	const { editor } = me;
	me.caret('Trygghet');
	const { tr } = editor.state;
	editor.view.dispatch(tr.insertText(' ute').setMeta(ySyncPluginKey, { isChangeOrigin: true }));
	expect(me.table().areas[1]?.title).toBe('Trygghet ute');
});
