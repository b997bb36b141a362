import { lockOn } from '#core/lock.ts';
import { hashOf } from '#schema/content.ts';
import { people } from '#server/demo/people.ts';
import { listApprovals } from '#server/store/approvals.ts';
import { lockFacts } from '#server/store/sections.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asObject, asText, type JsonObject } from './json-schema.ts';
import { startWorld, type World } from './world.ts';

/** What the acts on a section do through the API, and what the second of two is told. */

const KEY = 'figures.education';
let world: World;
beforeEach(async () => {
	world = await startWorld();
});
afterEach(() => world.close());

const section = async () => (await world.section(KEY)).id;
const read = async (who: 'education' | 'coordinator' = 'education') =>
	asObject((await world.as(who, 'GET', `/sections/${await section()}`)).body);
const act = async (who: 'education' | 'coordinator' | 'deputy', what: string, json: unknown) =>
	world.as(who, 'POST', `/sections/${await section()}/${what}`, { json });

test('[S2] [I5] the hash of a draft is the one that its submission fixes, and so are its figures', async () => {
	const draft = await read();
	expect([draft['state'], draft['lock'], draft['figures']]).toEqual(['draft', null, null]);
	const submitted = await act('education', 'submit', { seq: draft['seq'] });
	expect(submitted.body).toEqual({ id: draft['id'], state: 'submitted', hash: draft['hash'] });
	const locked = await read();
	expect(locked['hash']).toBe(draft['hash']);
	expect(locked['content']).toEqual(draft['content']);
	expect(Object.keys(asObject(locked['figures'])).length).toBeGreaterThan(0);
});

test('[I5] a value that changes after submission is not in the locked section, nor in its hash', async () => {
	await act('education', 'submit', { seq: (await read())['seq'] });
	const before = await read();
	const id = Object.keys(asObject(before['figures']))[0] ?? '';
	const { version } = asObject((await world.as('education', 'GET', `/indicators/${id}`)).body);
	const values = [{ period: '2023', value: 1.5, source: 'Egen räkning' }];
	const json = { version, values };
	const put = await world.as('education', 'PUT', `/indicators/${id}/values`, { json });
	expect(put.status).toBe(200);
	expect(await read()).toEqual(before);
	await act('coordinator', 'return', { reason: 'Nya tal.' });
	expect((await read())['hash']).not.toBe(before['hash']);
});

test('[S7] the API shows the lock that the law computes, in the section and in its report', async () => {
	await world.bring(KEY, 'submitted');
	const row = await world.section(KEY);
	const lock = lockOn(lockFacts(row));
	expect(lock).toEqual({
		why: 'submitted',
		by: people.coordinator.name,
		since: row.stateAt,
		opensBy: 'coordinator'
	});
	expect((await read())['lock']).toEqual(lock);
	const report = await world.as('education', 'GET', `/reports/${row.reportId}`);
	const inReport = (report.body?.['sections'] as { key: string; lock: unknown }[]).find(
		(s) => s.key === KEY
	);
	expect(inReport?.lock).toEqual(lock);
});

test('[S10] of two who submit at once one wins, and the other is told what happened', async () => {
	const { seq } = await read();
	const both = await Promise.all([
		act('education', 'submit', { seq }),
		act('coordinator', 'submit', { seq })
	]);
	expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
	const [winner, loser] =
		both[0].status === 200 ? [people.education, both[1]] : [people.coordinator, both[0]];
	expect(loser.error).toMatchObject({ code: 'moved', happened: 'submitted', by: winner.name });
	expect(loser.error['at']).toBe((await world.section(KEY)).stateAt);
	expect(loser.error['message']).toContain(winner.name);
});

test('[S10] who has not seen the newest text does not submit it', async () => {
	const { seq } = await read();
	const late = await act('education', 'submit', { seq: Number(seq) - 1 });
	expect([late.status, late.error['code'], late.error['happened']]).toEqual([
		409,
		'moved',
		'textChanged'
	]);
	expect((await world.section(KEY)).state).toBe('draft');
});

test('[S4] another hash than that of the submitted content is not approved', async () => {
	const { hash } = await world.bring(KEY, 'submitted').then(() => read());
	for (const other of ['0'.repeat(64), 'no hash', asText(hash).toUpperCase()]) {
		const refused = await act('coordinator', 'approve', { hash: other });
		expect([refused.status, refused.error['code']]).toEqual([409, 'moved']);
	}
	expect((await world.section(KEY)).state).toBe('submitted');
	const approved = await act('coordinator', 'approve', { hash });
	expect(approved.body).toEqual({ id: await section(), state: 'approved', hash });
	expect(hash).toBe(hashOf(await fixedContent()));
});

/** What was fixed, read from the store and not from the API. */
async function fixedContent(): Promise<unknown> {
	const { latestFixed } = await import('#server/store/approvals.ts');
	const id = await section();
	const fixed = await world.app.read((tx) => latestFixed(tx, id));
	return JSON.parse(fixed?.content ?? 'null');
}

test('[S5] return and reopen need a reason, and a voided approval stays on the record', async () => {
	for (const [what, state] of [
		['return', 'submitted'],
		['reopen', 'approved']
	] as const) {
		await world.bring(KEY, state);
		for (const json of [{}, { reason: '' }, { reason: ' \n' }, { reason: 7 }, { reason: null }]) {
			const refused = await act('coordinator', what, json);
			expect([refused.status, refused.error['code']]).toEqual([422, 'reasonNeeded']);
		}
		expect((await world.section(KEY)).state).toBe(state);
		const done = await act('coordinator', what, { reason: 'Talen stämmer inte.' });
		expect(done.body).toEqual({ id: await section(), state: 'draft', hash: null });
	}
	const id = await section();
	const approvals = await world.app.read((tx) => listApprovals(tx, id));
	expect(approvals.map((a) => a.voidReason)).toEqual(['Talen stämmer inte.']);
});

test('[S1] [S10] an act from another state is refused as moved', async () => {
	const { seq } = await read();
	for (const [what, json] of [
		['approve', { hash: 'x' }],
		['return', { reason: 'x' }],
		['reopen', { reason: 'x' }]
	] as const) {
		const refused = await act('coordinator', what, json);
		expect([refused.status, refused.error['happened']]).toEqual([409, 'returned']);
	}
	await world.bring(KEY, 'approved');
	const refused = await act('education', 'submit', { seq });
	expect([refused.status, refused.error['happened']]).toEqual([409, 'approved']);
});

test('[C7] a section without its required blocks is not submitted, and each is named', async () => {
	const made = await world.as('coordinator', 'POST', '/reports', {
		json: { title: 'Tomt', reportYear: 2024, variant: 'full' }
	});
	const sections = made.body?.['sections'] as { id: string; seq: number; key: string }[];
	const plan = sections.find((s) => s.key === 'plan');
	const refused = await world.as('coordinator', 'POST', `/sections/${plan?.id ?? ''}/submit`, {
		json: { seq: plan?.seq }
	});
	expect([refused.status, refused.error['code']]).toEqual([422, 'notReady']);
	const hinders = refused.error['hinders'] as { what: string; message: string; key: string }[];
	expect(hinders.map((h) => [h.what, h.key])).toContainEqual(['blockMissing', 'plan']);
	expect(hinders.every((h) => h.message.length > 10)).toBe(true);
});

test('[L3] a coordinator sees all late contributions, a writer their own alone', async () => {
	const { id, epoch } = await world.bring(KEY, 'submitted');
	const keep = (by: 'education' | 'social', text: string, byte: number) =>
		world.app.commands.keepLate({
			by: people[by].id,
			sectionId: id,
			epoch,
			baseSeq: 1,
			why: 'locked',
			lock: { why: 'submitted', by: null, since: 1, opensBy: 'coordinator' },
			bytes: new Uint8Array([byte]),
			text
		});
	await keep('education', 'Skolans sena rad', 1);
	await keep('social', 'Socialtjänstens sena rad', 2);
	const texts = async (who: 'coordinator' | 'education' | 'social' | 'culture') =>
		((await world.as(who, 'GET', `/sections/${id}/late`)).body?.['items'] as { text: string }[])
			.map((l) => l.text)
			.sort();
	expect(await texts('coordinator')).toEqual(['Skolans sena rad', 'Socialtjänstens sena rad']);
	expect(await texts('education')).toEqual(['Skolans sena rad']);
	expect(await texts('social')).toEqual(['Socialtjänstens sena rad']);
	expect(await texts('culture')).toEqual([]);
});

test('[L4] a late contribution is taken in once or declined with a reason, and its author reads which', async () => {
	const [first, second] = [await world.late(KEY), await world.late(KEY)];
	const post = async (id: string, what: string, json?: unknown) =>
		world.as('coordinator', 'POST', `/late/${id}/${what}`, json === undefined ? {} : { json });
	const accepted = await post(first, 'accept');
	const { id, seq } = await world.section(KEY);
	expect(accepted.body).toEqual({
		id: first,
		sectionId: id,
		state: 'accepted',
		seq,
		placed: 'atEnd'
	});
	const again = await post(first, 'accept');
	expect([again.status, again.error['code'], again.error['happened']]).toEqual([
		409,
		'moved',
		'done'
	]);
	const blank = await post(second, 'decline', { reason: ' ' });
	expect([blank.status, blank.error['code']]).toEqual([422, 'reasonNeeded']);
	const declined = await post(second, 'decline', { reason: 'Hör till nästa år.' });
	expect(declined.body).toEqual({ id: second, sectionId: id, state: 'declined' });
	const list = asObject((await world.as('education', 'GET', `/sections/${id}/late`)).body);
	const items = (list['items'] as JsonObject[]).map((l) => [
		l['id'],
		l['state'],
		asObject(asObject(l['decided'])['by'])['name'],
		l['reason']
	]);
	expect(new Map(items.map((l) => [l[0], l.slice(1)]))).toEqual(
		new Map([
			[first, ['accepted', people.coordinator.name, null]],
			[second, ['declined', people.coordinator.name, 'Hör till nästa år.']]
		])
	);
	const text = JSON.stringify((await read())['content']);
	expect([text.split('Sen rad 1').length, text.includes('Sen rad 2')]).toEqual([2, false]);
	await world.bring(KEY, 'submitted');
	const locked = await post(await lateWhileLocked(), 'accept');
	expect([locked.status, locked.error['code']]).toEqual([409, 'locked']);
});

/** A contribution that met the lock. */
async function lateWhileLocked(): Promise<string> {
	const { id, epoch, seq } = await world.section(KEY);
	const kept = await world.app.commands.keepLate({
		by: people.education.id,
		sectionId: id,
		epoch,
		baseSeq: seq,
		why: 'locked',
		lock: null,
		bytes: new Uint8Array([0, 0]),
		text: 'Efter låset'
	});
	return kept.ok ? (kept.value.lateId ?? '') : '';
}
