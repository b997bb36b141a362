// @vitest-environment jsdom
import { people } from '#server/demo/people.ts';
import { listLate } from '#server/store/late.ts';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { submitNow } from '../support/act.ts';
import { editorOf, withoutLayout } from './support/desk.ts';
import { until } from './support/room-server.ts';
import { sitInTown, type Seat } from './support/seat.ts';
import { Town } from './support/town.ts';

/** What is on its way behind an update that meets a lock, when the line or the page ends just then. */

let town: Town;
let sectionId: string;
let seats: Seat[];

beforeAll(withoutLayout);
beforeEach(async () => {
	town = await Town.open();
	sectionId = await town.section();
	seats = [];
});
afterEach(async () => {
	for (const { session } of seats) session.destroy();
	await town.close();
});

const WORDS = ['Ungdomarna ', 'fick ', 'välja.'];
const lateNow = () => town.server.app.read((tx) => listLate(tx, sectionId, null));

async function sit(before: Seat | null = null): Promise<Seat> {
	const seat = await sitInTown(town, sectionId, 0, before);
	seats.push(seat);
	await until(() => seat.session.view.live, 'the text is here');
	return seat;
}

/** Somebody types three updates into a section that is submitted meanwhile; the first is refused. */
async function refusedFirst(seat: Seat): Promise<void> {
	const editor = editorOf(seat.session);
	await until(() => seat.session.view.save.unsaved === 0, 'all is saved');
	seat.line.held = true;
	const submitted = await submitNow(town.server.app, 'coordinator', sectionId);
	if (!submitted.ok) throw new Error(submitted.refusal.code);
	for (const word of WORDS)
		editor.commands.insertContentAt(editor.state.doc.content.size - 1, word);
	expect(seat.line.pass('up')).toBe(true);
	const end = Date.now() + 8000;
	while ((await lateNow()).length === 0) {
		if (Date.now() > end) throw new Error('nothing is kept');
		await new Promise((go) => setTimeout(go, 5));
	}
	expect((await lateNow())[0]?.text).not.toContain('fick');
	await new Promise((go) => setTimeout(go, 50));
	while (seat.line.pass('down'));
}

const whole = WORDS.join('');

it('[L1] [D2] a line that breaks behind the first refusal loses nothing of what followed it: it is one contribution', async () => {
	const seat = await sit();
	await refusedFirst(seat);
	seat.line.cut();
	seat.line.held = false;
	seat.line.mend();
	await until(() => seat.session.view.kept.length > 0, 'the own words are shown');
	expect(seat.session.view.kept).toHaveLength(1);
	expect(seat.session.view.kept[0]?.plain).toContain(whole);
	const rows = await lateNow();
	expect(rows.map(({ personId, why }) => [personId, why])).toEqual([
		[people.education.id, 'locked']
	]);
	expect(rows[0]?.text).toContain(whole);
	expect(seat.session.view.kept[0]?.lateId).toBe(rows[0]?.id);
	expect(town.bugs).toEqual([]);
});

it('[L1] [D4] a page that ends behind the first refusal leaves what followed it to the next one', async () => {
	const first = await sit();
	await refusedFirst(first);
	first.line.cut();
	const next = await sit(first);
	await until(() => next.session.view.kept.length > 0, 'the own words are shown');
	expect(next.session.view.kept[0]?.plain).toContain(whole);
	const rows = await lateNow();
	expect(rows).toHaveLength(1);
	expect(rows[0]?.text).toContain(whole);
	expect(next.session.view.kept.map(({ lateId }) => lateId)).toEqual([rows[0]?.id]);
});
