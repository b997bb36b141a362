// @vitest-environment jsdom
import { docJson } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withoutLayout } from './support/desk.ts';
import { manyRuns } from './support/many-runs.ts';
import { Town } from './support/town.ts';
import { until } from './support/room-server.ts';
import { sitInTown } from './support/seat.ts';

/** 2 to 8 people with the product's own sessions and editors at the real server. */

beforeAll(withoutLayout);

it('[W12] [W8] 200 runs of random editing with undo, lost lines, locks and pages opened again: all read what the server has, and nobody’s letters are gone', async () => {
	const summary = await manyRuns(1, 200);
	expect(summary.faults).toEqual([]);
	expect(summary.runs).toBe(200);
	expect(summary.letters).toBeGreaterThan(5000);
	// An undo is put in again but for a few, whose words are shown.
	expect(summary.shown).toBeLessThan(10);
	// What the gate refuses for its order is counted there too.
	expect(summary.malformed).toBeGreaterThanOrEqual(summary.counts.reordered);
	expect(summary.told).toBe(summary.counts.diverged);
}, 300_000);

it('[W12] a document that differs at rest is healed, and both sides count it', async () => {
	const town = await Town.open();
	const sectionId = await town.section();
	const anna = await sitInTown(town, sectionId, 0);
	await until(() => anna.session.view.live, 'the text is here');
	const { connection } = anna.session;
	if (connection === null) throw new Error('no connection');
	// A change that never went over the wire: what a fault in Yjs looks like from here.
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(connection.doc));
	const text = other.getXmlFragment('default').createTreeWalker((n) => n instanceof Y.XmlText);
	const { value } = text.next() as { value: Y.XmlText };
	value.insert(0, 'Annat ');
	Y.applyUpdate(connection.doc, Y.encodeStateAsUpdate(other), connection.provider);
	// The server says its hash when nobody has written for two seconds.
	await until(() => anna.session.view.counts.diverged === 1, 'the difference is found');
	await until(() => [...anna.kept].length > 0, 'the own text is shown');
	expect([...anna.kept][0]).toContain('Annat');
	const now = anna.session.connection;
	expect(now && plainText(docJson(now.doc))).toBe(plainText(await town.text(sectionId)));
	expect(await town.told()).toBe(1);
	anna.session.destroy();
	await town.close();
});
