// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { paragraph, plan, sit, TWO } from './support/area-desk.ts';

const titles = (table: { areas: { title: string }[] }) => table.areas.map(({ title }) => title);

describe('writing areas by keyboard alone', () => {
	it('[Y2] an area with two measures is written by Enter and letters', async () => {
		const me = await sit([plan([{ id: 'a', title: '' }])]);
		me.caret('');
		me.type('Delaktighet');
		me.press('Enter');
		me.type('Elevråd');
		me.press('Enter');
		me.type('Piloter');
		// An empty measure in the end is one too many, as in a list.
		me.press('Enter');
		expect(me.table().areas[0]?.measures).toHaveLength(3);
		me.press('Enter');
		const [area] = me.table().areas;
		expect(area?.title).toBe('Delaktighet');
		expect(area?.measures.map(({ number, text }) => `${number} ${text}`)).toEqual([
			'1 Elevråd',
			'2 Piloter'
		]);
		expect(new Set(area?.measures.map(({ id }) => id)).size).toBe(2);
	});

	it('[Y2] Enter in the middle of a measure takes the rest of it along', async () => {
		const me = await sit([plan(TWO)]);
		me.caret('Barnrättspiloter', 9);
		me.press('Enter');
		expect(me.table().areas[0]?.measures.map(({ text }) => text)).toEqual([
			'Elevråd',
			'Barnrätts',
			'piloter'
		]);
		expect(me.editor.state.selection.$head.parentOffset).toBe(0);
		expect(me.here()).toBe('piloter');
	});

	it('[Y2] Enter in a comment makes another; a measure that is made in a follow-up has a place for one', async () => {
		const measures = [{ id: 'm', text: 'Elevråd', comments: ['Har börjat'] }];
		const me = await sit([plan([{ id: 'a', title: 'Delaktighet', measures }], 'followUp')]);
		me.caret('Har börjat');
		me.press('Enter');
		me.type('Går bra');
		expect(me.table().areas[0]?.measures[0]?.comments).toEqual(['Har börjat', 'Går bra']);
		me.caret('Elevråd');
		me.press('Enter');
		me.type('Piloter');
		const [, second] = me.table().areas[0]?.measures ?? [];
		expect(second).toMatchObject({ number: 2, text: 'Piloter', status: null });
		expect(second?.nodes.comments).toHaveLength(1);
	});

	it('[Y2] Backspace takes away what is empty and runs no rows together', async () => {
		const me = await sit([plan(TWO)]);
		me.caret('Barnrättspiloter', 'start');
		expect(me.press('Backspace')).toBe(true);
		expect(me.table().areas[0]?.measures).toHaveLength(2);
		me.caret('Elevråd');
		me.press('Enter');
		expect(me.table().areas[0]?.measures).toHaveLength(3);
		me.press('Backspace');
		expect(me.table().areas[0]?.measures.map(({ text }) => text)).toEqual([
			'Elevråd',
			'Barnrättspiloter'
		]);
		expect(me.here()).toBe('Elevråd');
		me.caret('Delaktighet');
		expect(me.press('Delete')).toBe(true);
		expect(titles(me.table())).toEqual(['Delaktighet', 'Trygghet']);
	});

	it('[Y2] letters typed over several rows leave the rows', async () => {
		const me = await sit([plan(TWO)]);
		const { editor } = me;
		me.caret('Elevråd', 4);
		const { from } = editor.state.selection;
		me.caret('Barnrättspiloter', 4);
		editor.commands.setTextSelection({ from, to: editor.state.selection.to });
		me.type('X');
		expect(me.table().areas[0]?.measures.map(({ id, text }) => [id, text])).toEqual([
			['a1', 'ElevX'],
			['a2', 'rättspiloter']
		]);
	});

	it('[Y2] a move is undone', async () => {
		const me = await sit([plan(TWO)]);
		me.caret('Trygghet');
		me.press('ArrowUp', { altKey: true, shiftKey: true });
		expect(titles(me.table())).toEqual(['Trygghet', 'Delaktighet']);
		me.editor.commands.undo();
		expect(titles(me.table())).toEqual(['Delaktighet', 'Trygghet']);
	});
});

describe('the order that is shown', () => {
	it('[Y2] moving changes keys of order alone, is told, and the arrows follow what is shown', async () => {
		const me = await sit([paragraph('Före'), plan(TWO), paragraph('Efter')]);
		const { editor } = me;
		const letters = editor.state.doc.textContent;
		me.caret('Barnrättspiloter', 4);
		const { from } = editor.state.selection;
		me.press('ArrowUp', { altKey: true, shiftKey: true });
		expect(me.table().areas[0]?.measures.map(({ text }) => text)).toEqual([
			'Barnrättspiloter',
			'Elevråd'
		]);
		// In the document it lies where it lay, and so does the caret.
		expect(editor.state.doc.textContent).toBe(letters);
		expect(editor.state.selection.from).toBe(from);
		expect(me.said).toEqual(['Åtgärden är nu nummer 1 av 2']);
		// The result that it bears follows it by its id.
		expect(me.table().areas[0]?.results[0]?.measures).toEqual([1]);

		me.caret('Före');
		const way: string[] = [];
		for (let i = 0; i < 8; i += 1) {
			me.press('ArrowDown');
			way.push(me.here());
		}
		expect(way).toEqual([
			'Delaktighet',
			'Barnrättspiloter',
			'Elevråd',
			'Fler hörs',
			'Trygghet',
			'Fältare',
			'Efter',
			'Efter'
		]);
		me.caret('Efter', 'start');
		me.press('ArrowLeft');
		expect(me.here()).toBe('Fältare');
		me.caret('Elevråd', 'start');
		me.press('ArrowLeft');
		expect(me.here()).toBe('Barnrättspiloter');
	});

	it('[Y2] a row says where it is shown, to the eye and to those who have it read aloud', async () => {
		const me = await sit([plan(TWO)]);
		me.caret('Trygghet');
		me.press('ArrowUp', { altKey: true, shiftKey: true });
		const areas = [...me.editor.view.dom.querySelectorAll<HTMLElement>('[data-block="area"]')];
		expect(areas.map(({ style }) => style.order)).toEqual(['2', '1']);
		const table = me.editor.view.dom.querySelector('[data-block="areaTable"]');
		const owned = table?.getAttribute('aria-owns')?.split(' ') ?? [];
		expect(owned.slice(1, -1)).toEqual([areas[1]?.id, areas[0]?.id]);
		const number = (row: Element) => row.getAttribute('data-number');
		expect([...(areas[0]?.querySelectorAll('[data-block="measure"]') ?? [])].map(number)).toEqual([
			'1',
			'2'
		]);
	});
});
