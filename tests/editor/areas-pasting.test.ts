// @vitest-environment jsdom
import { areaTablesOf } from '#core/areas.ts';
import { cleanPastedHtml } from '#editor/paste.ts';
import { jsonOf } from '#schema/content.ts';
import { DOMSerializer, Slice } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { paragraph, plan, sit, tableOf, TWO, type Sat } from './support/area-desk.ts';

const paste = (me: Sat, html: string) =>
	me.editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);

/** What lies on the clipboard when all of the text is copied. */
function copyAll({ editor: { state, view } }: Sat): string {
	return view.serializeForClipboard(new Slice(state.doc.content, 0, 0)).dom.innerHTML;
}

it('[Y2] a copied table comes back whole, under ids of its own, its results with their measures', async () => {
	const me = await sit([plan(TWO), paragraph('')]);
	const html = copyAll(me);
	me.caret('');
	paste(me, html);
	const [first, second] = areaTablesOf(jsonOf(me.editor.state.doc));
	const words = (table: typeof first) =>
		table?.areas.map(({ title, departments, measures, results }) => ({
			title,
			departments,
			measures: measures.map(({ text }) => text),
			results: results.map(({ text, measures: from, isNamed }) => ({ text, from, isNamed }))
		}));
	expect(words(second)).toEqual(words(first));
	expect(second?.areas[0]?.results[0]).toMatchObject({ measures: [2], isNamed: true });
	const ids = [first, second].flatMap((table) =>
		(table?.areas ?? []).flatMap(({ id, measures, results }) => [
			id,
			...[...measures, ...results].map((row) => row.id)
		])
	);
	expect(new Set(ids).size).toBe(ids.length);
});

it('[W5] the cleaning of pastes leaves our own tables of areas as they are, and believes nobody else', async () => {
	const me = await sit([plan(TWO)]);
	const html = copyAll(me);
	const holder = document.createElement('div');
	holder.append(
		DOMSerializer.fromSchema(me.editor.schema).serializeFragment(tableOf(me.editor).node.content)
	);
	expect(cleanPastedHtml(html)).toContain(holder.innerHTML.slice(0, 200));
	const other = await sit([paragraph('')]);
	other.caret('');
	paste(
		other,
		'<div data-block="areaTable" data-purpose="onmouseover"><div data-block="area" data-id="<b>" ' +
			'data-articles="[99]"><p data-block="areaTitle">Titel</p><div data-block="measure" ' +
			'data-status="great"><p data-block="measureText">Åtgärd</p></div></div></div>'
	);
	const { areas, purpose } = other.table();
	expect(purpose).toBe('plan');
	expect(areas[0]).toMatchObject({ title: 'Titel', articles: [] });
	expect(areas[0]?.measures[0]).toMatchObject({ text: 'Åtgärd', status: null });
});

it('[Y2] an area that was cut and put elsewhere is the same area', async () => {
	const me = await sit([plan(TWO), paragraph('')]);
	const { view } = me.editor;
	const [, trust] = [...view.state.doc.child(0).children];
	const from = 1 + view.state.doc.child(0).child(0).nodeSize;
	me.editor.commands.setNodeSelection(from);
	const html = view.serializeForClipboard(view.state.selection.content()).dom.innerHTML;
	view.dom.dispatchEvent(new Event('cut'));
	me.editor.commands.deleteSelection();
	me.caret('');
	paste(me, html);
	const ids = areaTablesOf(jsonOf(view.state.doc)).map(({ areas }) => areas.map(({ id }) => id));
	expect(ids).toEqual([['a'], [trust?.attrs['id']]]);
	// Put in once more it is a copy.
	paste(me, html);
	expect(me.editor.state.doc.lastChild?.lastChild?.attrs['id']).not.toBe('b');
});

it('[Y2] lines that are pasted into a measure become measures, and break no row', async () => {
	const me = await sit([plan(TWO)]);
	me.caret('Elevråd');
	paste(me, '<h2>Ett</h2><p>Två</p><ul><li>Tre</li></ul><table><tr><td>Fyra</td></tr></table>');
	const [area] = me.table().areas;
	expect(area?.measures.map(({ text }) => text)).toEqual([
		'ElevrådEtt',
		'Två',
		'Tre',
		'Fyra',
		'Barnrättspiloter'
	]);
	expect(me.editor.state.doc.childCount).toBe(1);
	me.caret('Delaktighet');
	paste(me, '<p>på</p><p>riktigt</p>');
	expect(me.table().areas[0]?.title).toBe('Delaktighetpå riktigt');
});

it('[Y2] an area that is pasted into a table comes after the one with the caret, under new ids', async () => {
	const me = await sit([plan(TWO)]);
	const { view } = me.editor;
	const second = 1 + view.state.doc.child(0).child(0).nodeSize;
	me.editor.commands.setNodeSelection(second);
	const html = view.serializeForClipboard(view.state.selection.content()).dom.innerHTML;
	me.caret('Delaktighet');
	paste(me, html);
	const { areas } = me.table();
	expect(areas.map(({ title }) => title)).toEqual(['Delaktighet', 'Trygghet', 'Trygghet']);
	expect(areas[2]).toMatchObject({ id: 'b', measures: [{ id: 'b1' }] });
	expect(areas[1]?.id).not.toBe('b');
	expect(areas[1]?.measures[0]?.id).not.toBe('b1');
	expect(me.here()).toBe('Trygghet');
});
