import { refuse } from '#core/result.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { setShares } from '#server/store/sections.ts';
import type { HistoryLine } from '#server/views/history.ts';
import { versionOf } from '#server/views/versions.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addParagraph, scribe, send } from '../commands/scribes.ts';
import { approveNow, by, must, sectionNow, submitNow } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { demoApp } from '../support/app.ts';
import { addBoard } from '../support/boards.ts';
import { sectionId } from '../support/server.ts';

const KEY = 'figures.education';
const MINUTE = 60_000;

/** The demo with a clock that the test moves. */
async function world() {
	const clock = { now: Date.UTC(2026, 10, 22, 8) };
	const app = await demoApp({ clock: () => clock.now });
	const id = await sectionId(app, KEY);
	const { reportId } = await sectionNow(app, id);
	const writes = async (who: DemoPersonKey, words: string, minutes: number) => {
		clock.now += minutes * MINUTE;
		const one = await scribe(app, id, who);
		addParagraph(one.doc, 0, words);
		return send(app, id, one);
	};
	const history = async (who: DemoPersonKey, more: { person?: string; page?: number } = {}) => {
		const { person = null, page = 1 } = more;
		const params = { reportId, sectionId: id, person, page };
		return app.views.sectionHistory(await actorFor(app, who), params);
	};
	return { app, id, reportId, clock, writes, history };
}

const told = (line: HistoryLine): string =>
	line.kind === 'act'
		? `${line.act} ${line.ref?.replace(/-[^-]{6,}.*/, '') ?? ''}`.trim()
		: `${line.before ?? 'nothing'} ${line.ref} ${line.people.map((p) => p.changes).join()}`;

async function compact(app: App, id: string) {
	const one = await scribe(app, id, 'education');
	const { epoch, seq } = await sectionNow(app, id);
	const bytes = Y.encodeStateAsUpdate(one.doc);
	return app.commands.compactSection({ sectionId: id, epoch, seq, bytes });
}

test('[R3] the history tells who wrote when and what was decided, the newest first, packed or not', async () => {
	const { app, id, writes, history, clock } = await world();
	for (let n = 0; n < 110; n++) await writes('education', `Rad ${n}`, 0.05);
	await writes('coordinator', 'Av samordnaren', 1);
	await writes('education', 'Igen', 1);
	clock.now += MINUTE;
	must(await submitNow(app, 'education', id));
	clock.now += MINUTE;
	must(
		await app.commands.returnSection({
			by: by('coordinator'),
			sectionId: id,
			reason: 'Fler siffror'
		})
	);
	await writes('education', 'Efter', 1);
	clock.now += MINUTE;
	const { seq } = await sectionNow(app, id);
	must(
		await app.commands.restoreSection({
			by: by('education'),
			sectionId: id,
			seq: 2,
			seenSeq: seq
		})
	);
	await writes('education', 'Sist', 30);
	clock.now += MINUTE;
	must(await submitNow(app, 'education', id));
	must(await approveNow(app, 'deputy', id));

	const page = must(await history('education'));
	const lines = [
		'section.approve fixed',
		'section.submit fixed',
		'seq-115 seq-116 1',
		'section.restore seq-115',
		'seq-113 seq-114 1',
		'section.return fixed',
		'section.submit fixed',
		'seq-1 seq-113 111,1',
		'nothing seq-1 '
	];
	expect(page.lines.map(told)).toEqual(lines);
	expect(page.lines[5]).toMatchObject({ reason: 'Fler siffror' });
	expect(page.lines[3]).toMatchObject({ restored: 2, before: 'seq-114' });
	expect(page).toMatchObject({ page: 1, pages: 1, mayRestore: false, mayName: true });
	must(await compact(app, id));
	expect(must(await history('education'))).toEqual(page);

	// Every version that a line leads to can be read, and each decision its own text.
	const section = await sectionNow(app, id);
	for (const { ref, before } of page.lines)
		for (const one of [ref, before])
			if (one !== null)
				expect([one, (await app.read((tx) => versionOf(tx, section, one))) !== null]).toEqual([
					one,
					true
				]);
	const [approved, , , , , returned] = page.lines.map(({ ref }) => ref);
	expect(approved).not.toBe(returned);

	// By person.
	const own = must(await history('education', { person: by('coordinator') }));
	expect(own.lines.map(told)).toEqual(['section.return fixed', 'seq-1 seq-113 111,1']);
	expect(page.people.map((p) => p.id).sort()).toEqual(
		[by('coordinator'), by('deputy'), by('education')].sort()
	);
});

test('[R3] a long history comes in pages', async () => {
	const { writes, history } = await world();
	for (let n = 0; n < 60; n++) await writes('education', `Rad ${n}`, 20);
	const [one, two] = [must(await history('education')), must(await history('social', { page: 2 }))];
	expect([one.lines.length, one.pages, two.lines.length]).toEqual([50, 2, 11]);
	expect(must(await history('social', { page: 99 }))).toEqual(two);
	expect(one.lines.map(({ ref }) => ref)).not.toContain(two.lines[0]?.ref);
});

test('[A8] [R3] a section’s history, versions and authors exist for those who read it alone', async () => {
	const { app, id, reportId, writes, history } = await world();
	const seq = await writes('education', 'Orden', 1);
	must(await app.commands.nameVersion({ by: by('education'), sectionId: id, seq, name: 'Första' }));
	const open = async (who: DemoPersonKey) => {
		const actor = await actorFor(app, who);
		const at = { reportId, sectionId: id };
		return [
			await history(who),
			await app.views.sectionVersion(actor, { ...at, ref: `seq-${seq}` }),
			await app.views.sectionVersion(actor, { ...at, ref: 'now' }),
			await app.views.sectionAuthors(actor, at)
		];
	};
	for (const who of ['social', 'coordinator', 'administrator'] as const)
		expect((await open(who)).map(({ ok }) => ok)).toEqual([true, true, true, true]);
	const nothing = refuse({ code: 'notFound' });
	expect(await open('councilMember')).toEqual([nothing, nothing, nothing, nothing]);
	const at = { reportId, sectionId: id };
	for (const view of [
		app.views.sectionHistory(null, { ...at, person: null, page: 1 }),
		app.views.sectionVersion(null, { ...at, ref: 'now' }),
		app.views.sectionAuthors(null, at)
	])
		expect(await view).toEqual(refuse({ code: 'notSignedIn' }));
	// Through another report's address there is nothing either.
	const other = { reportId: 'other', sectionId: id };
	const actor = await actorFor(app, 'coordinator');
	expect(await app.views.sectionAuthors(actor, other)).toEqual(nothing);
	expect(await app.views.sectionVersion(actor, { ...other, ref: 'now' })).toEqual(nothing);
	// Nor are there versions of other sections, or such as never were.
	for (const ref of ['seq-0', 'seq-99', 'seq-1e3', 'fixed-x', 'edition-x', 'x', '', `fixed-${id}`])
		expect(await app.views.sectionVersion(actor, { ...at, ref })).toEqual(nothing);
});

test('[A8] [A4] when a section is shared no longer, its history is gone for who it was shared with', async () => {
	const { app, id, reportId, writes } = await world();
	await writes('education', 'Orden', 1);
	await app.read((tx) => addBoard(tx));
	const foreign = await actorFor(app, 'deputy');
	const section = await sectionNow(app, id);
	// A writer of another board's department, and of nothing else.
	const outsider = {
		...foreign,
		grants: [
			{
				role: 'writer' as const,
				departmentId: 'namnd-social-forvaltning',
				authorityId: 'namnd-social'
			}
		]
	};
	const params = { reportId, sectionId: id, person: null, page: 1 };
	const nothing = refuse({ code: 'notFound' });
	expect(await app.views.sectionHistory(outsider, params)).toEqual(nothing);
	await app.read((tx) => setShares(tx, section, ['namnd-social-forvaltning']));
	expect((await app.views.sectionHistory(outsider, params)).ok).toBe(true);
	await app.read((tx) => setShares(tx, section, []));
	expect(await app.views.sectionHistory(outsider, params)).toEqual(nothing);
	expect(await app.views.sectionAuthors(outsider, params)).toEqual(nothing);
	expect(await app.views.sectionVersion(outsider, { ...params, ref: 'now' })).toEqual(nothing);
});

test('[R4] [L4] the authors of a text with their words; a late contribution is whose who wrote it', async () => {
	const { app, id, reportId, writes, history } = await world();
	await writes('education', 'Ett två tre fyra', 1);
	await writes('coordinator', 'Fem sex', 1);
	const late = await scribe(app, id, 'social');
	addParagraph(late.doc, 0, 'Sju ord som kom alldeles för sent');
	const { epoch, seq } = await sectionNow(app, id);
	const { lateId } = must(
		await app.commands.keepLate({
			by: by('social'),
			sectionId: id,
			epoch,
			baseSeq: seq,
			why: 'locked',
			lock: null,
			bytes: Y.mergeUpdates(late.unsent),
			text: 'Sju ord som kom alldeles för sent'
		})
	);
	must(await app.commands.acceptLate({ by: by('coordinator'), lateId: lateId ?? '' }));
	// Who took it in is not who wrote it: the history names both, and knows it as either's.
	const { lines } = must(await history('education', { person: by('social') }));
	expect(lines).toMatchObject([
		{
			act: 'section.lateAccept',
			by: people.coordinator.name,
			author: { id: by('social'), name: people.social.name }
		}
	]);
	expect(must(await history('education', { person: by('coordinator') })).lines).toContainEqual(
		lines[0]
	);
	const authors = async () => {
		const actor = await actorFor(app, 'education');
		return must(await app.views.sectionAuthors(actor, { reportId, sectionId: id }));
	};
	const page = await authors();
	const words = (of: typeof page) => of.authors.map((one) => [one.id, one.words]);
	expect(words(page).slice(0, 3)).toEqual([
		[by('social'), 7],
		[by('education'), 4],
		[by('coordinator'), 2]
	]);
	expect(page.authors[3]?.id).toBeNull();
	expect(new Set(page.authors.map(({ mark }) => mark)).size).toBe(page.authors.length);
	expect(page.blocks[0]?.runs).toEqual([
		{ text: 'Sju ord som kom alldeles för sent', by: by('social') }
	]);
	must(await compact(app, id));
	expect(await authors()).toEqual(page);
	must(await app.commands.rebuildSection({ by: by('deputy'), sectionId: id, reason: 'Trasigt.' }));
	expect(await authors()).toEqual(page);
});
