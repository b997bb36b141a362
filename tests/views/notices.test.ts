import { NOTICE_KINDS } from '#core/notice.ts';
import type { App } from '#server/app.ts';
import { municipality, people, type DemoPersonKey } from '#server/demo/people.ts';
import { insertNotice, listNotices } from '#server/store/notices.ts';
import { beforeEach, expect, test } from 'vitest';
import {
	approveNow,
	by,
	must,
	publishPlain,
	refusalOf,
	sectionNow,
	submitNow
} from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

let app: App;
let now: number;
beforeEach(async () => {
	now = Date.parse('2026-03-10T12:00:00Z');
	app = await demoApp({ clock: () => now });
	// What the demo's own making told is not what is tested.
	for (const who of ['coordinator', 'deputy', 'education', 'culture', 'social'] as const)
		must(await app.commands.readNotices({ by: by(who), until: now }));
});

const page = async (who: DemoPersonKey, n = 1) =>
	must(await app.views.notices(await actorOf(app, who), { page: n }));
const unread = async (who: DemoPersonKey) =>
	(await page(who)).lines.filter((line) => line.unread > 0);
const bell = async (who: DemoPersonKey) =>
	must(await app.views.shell(await actorOf(app, who), null)).me?.unread;
const returnIt = async (id: string) => {
	now += 1000;
	return app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Mer.' });
};
async function submit(who: DemoPersonKey, id: string) {
	now += 1000;
	return submitNow(app, who, id);
}

test('[N1] who is told of what, with its place, the newest first; nobody of what they did', async () => {
	const id = await sectionId(app, 'figures.education');
	must(await submit('education', id));
	expect(await unread('coordinator')).toMatchObject([
		{
			kind: 'submitted',
			count: 1,
			at: now,
			by: [people.education.name],
			place: { report: { title: 'Barnbokslut 2023' }, section: { id, key: 'figures.education' } }
		}
	]);
	expect(await unread('education')).toEqual([]);
	must(await returnIt(id));
	expect((await unread('education')).map((line) => line.kind)).toEqual(['returned']);
	must(await submit('education', id));
	now += 1000;
	must(await approveNow(app, 'deputy', id));
	expect((await unread('education')).map((line) => line.kind)).toEqual(['approved', 'returned']);
	expect(await bell('education')).toBe(2);
	// A notice leads to the section, a submission to where it is decided about.
	const room = `/reports/${await reportId(app, 2023)}`;
	const open = async (who: DemoPersonKey) => {
		const [line] = await unread(who);
		return must(await app.views.notice(await actorOf(app, who), { id: line?.id ?? '' })).href;
	};
	expect(await open('education')).toBe(`${room}#section-figures.education`);
	expect(await open('coordinator')).toBe(`${room}/sections/${id}`);
});

test('[A8] what they may not see any more is neither listed, counted nor opened', async () => {
	const id = await sectionId(app, 'figures.education');
	must(await submit('education', id));
	must(await returnIt(id));
	const [line] = await unread('education');
	const noticeId = line?.id ?? '';
	expect(await bell('education')).toBe(1);
	const grants = (await actorOf(app, 'education')).grants;
	const give = async (some: typeof grants) =>
		must(
			await app.commands.setGrants({
				by: by('administrator'),
				personId: by('education'),
				grants: some
			})
		);
	await give([{ role: 'councilMember' }]);
	expect(await page('education')).toMatchObject({ lines: [], unread: 0, pages: 1 });
	expect(await bell('education')).toBe(0);
	const opened = await app.views.notice(await actorOf(app, 'education'), { id: noticeId });
	expect(refusalOf(opened)).toEqual({ code: 'notFound' });
	// It is judged when it is shown: with the right comes the notice.
	await give(grants);
	expect(await bell('education')).toBe(1);
});

test('[A8] who does not coordinate any more is not told of what was submitted or came late', async () => {
	const id = await sectionId(app, 'figures.education');
	must(await submit('education', id));
	await told('deputy', { kind: 'late', sectionId: id });
	expect((await unread('deputy')).map(({ kind }) => kind)).toEqual(['late', 'submitted']);
	must(
		await app.commands.setGrants({
			by: by('administrator'),
			personId: by('deputy'),
			grants: (await actorOf(app, 'education')).grants
		})
	);
	// They read the section as a writer, and its own notices with it.
	await told('deputy', { kind: 'returned', sectionId: id });
	expect((await unread('deputy')).map(({ kind }) => kind)).toEqual(['returned']);
});

/** Tells a person of something as commands do; views judge it, whoever wrote it. */
async function told(
	who: DemoPersonKey,
	what: { kind: (typeof NOTICE_KINDS)[number]; sectionId?: string; detail?: Record<string, string> }
) {
	now += 1000;
	const report = await reportId(app, 2023);
	await app.read(async (tx) => {
		await insertNotice(tx, {
			id: `told-${now}`,
			municipalityId: municipality.id,
			personId: by(who),
			kind: what.kind,
			at: now,
			actorId: by('coordinator'),
			reportId: report,
			sectionId: what.sectionId ?? null,
			threadId: null,
			detail: what.detail ?? {},
			readAt: null,
			mail: 'none'
		});
	});
}

test('[N1] several of one kind on one section in a row are one line, which is read as one', async () => {
	const id = await sectionId(app, 'figures.education');
	const other = await sectionId(app, 'units.culture');
	for (let i = 0; i < 3; i++) await told('education', { kind: 'comment', sectionId: id });
	await told('education', { kind: 'comment', sectionId: other });
	await told('education', { kind: 'comment', sectionId: id });
	const lines = (await unread('education')).map(({ kind, count, place }) => [
		kind,
		count,
		place.section?.key
	]);
	expect(lines).toEqual([
		['comment', 1, 'figures.education'],
		['comment', 1, 'units.culture'],
		['comment', 3, 'figures.education']
	]);
	const three = (await unread('education')).at(-1);
	must(await app.commands.readNotices({ by: by('education'), noticeId: three?.id ?? '' }));
	expect((await unread('education')).map(({ place }) => place.section?.key)).toEqual([
		'figures.education',
		'units.culture'
	]);
	expect(await bell('education')).toBe(2);
});

test('[N1] pages have fifty lines', async () => {
	const ids = [await sectionId(app, 'figures.education'), await sectionId(app, 'units.culture')];
	const before = (await page('education')).lines.length;
	for (let i = 0; i < 120; i++)
		await told('education', { kind: 'approved', sectionId: ids[i % 2] ?? '' });
	const sizes = [];
	for (const n of [1, 2, 3]) sizes.push((await page('education', n)).lines.length);
	expect(sizes).toEqual([50, 50, 20 + before]);
	// Beyond either end is that end, and nonsense the first.
	expect((await page('education', 99)).page).toBe(3);
	expect((await page('education', -1)).page).toBe(1);
	expect((await page('education', Number.NaN)).page).toBe(1);
	expect(await bell('education')).toBe(100);
	expect((await page('education')).unread).toBe(120);
});

test('[N1] what is read is one’s own matter, and what came since is not read with the rest', async () => {
	const id = await sectionId(app, 'figures.education');
	await told('education', { kind: 'approved', sectionId: id });
	const seen = now;
	await told('education', { kind: 'returned', sectionId: id });
	const [newest] = await unread('education');
	for (const who of ['culture', 'administrator'] as const) {
		const read = await app.commands.readNotices({ by: by(who), noticeId: newest?.id ?? '' });
		expect(refusalOf(read)).toEqual({ code: 'notFound' });
		must(await app.commands.readNotices({ by: by(who), until: now }));
		const opened = await app.views.notice(await actorOf(app, who), { id: newest?.id ?? '' });
		expect(refusalOf(opened)).toEqual({ code: 'notFound' });
	}
	expect(await bell('education')).toBe(2);
	must(await app.commands.readNotices({ by: by('education'), until: seen }));
	expect((await unread('education')).map(({ kind }) => kind)).toEqual(['returned']);
	expect(refusalOf(await app.views.notices(null, { page: 1 }))).toEqual({ code: 'notSignedIn' });
});

test('[A5] a preview that was taken back, and an edition that is none, are not told of', async () => {
	await told('coordinator', { kind: 'preview', detail: { previewId: 'none' } });
	await told('coordinator', { kind: 'published', detail: { editionId: 'none' } });
	expect(await unread('coordinator')).toEqual([]);
	expect(await bell('coordinator')).toBe(0);
});

test('[A5] [A8] a preview is told of until it is taken back', async () => {
	const reader = await actorOf(app, 'councilMember');
	const report = await reportId(app, 2023);
	const { next } = must(
		await app.views.previews(await actorOf(app, 'coordinator'), { reportId: report })
	);
	const { previewId } = must(
		await app.commands.releasePreview({
			by: by('coordinator'),
			reportId: report,
			hash: next.hash,
			readers: [by('councilMember')],
			message: ''
		})
	);
	const [line] = (await page('councilMember')).lines;
	expect(line).toMatchObject({ kind: 'preview', place: { section: null } });
	expect(await bell('councilMember')).toBe(1);
	const { href } = must(await app.views.notice(reader, { id: line?.id ?? '' }));
	expect(href).toBe(`/previews/${previewId}`);
	must(await app.commands.withdrawPreview({ by: by('coordinator'), previewId }));
	expect(await page('councilMember')).toMatchObject({ lines: [], unread: 0 });
	expect(await bell('councilMember')).toBe(0);
	expect(refusalOf(await app.views.notice(reader, { id: line?.id ?? '' }))).toEqual({
		code: 'notFound'
	});
});

test('[N1] who wrote a report and who coordinates it hears that it is published', async () => {
	const report = await reportId(app, 2022);
	now += 1000;
	const decision = {
		body: 'Kommunfullmäktige',
		date: '2024-06-17',
		paragraph: '§ 71',
		registryNumber: 'KS 2024/112'
	};
	const asked = { by: by('coordinator'), reportId: report, decision, note: 'Rättat ett årtal' };
	const edition = must(await publishPlain(app, asked));
	for (const who of ['deputy', 'education', 'culture', 'social'] as const) {
		const lines = await unread(who);
		expect([who, lines.map((line) => line.kind)]).toEqual([who, ['published']]);
		expect(lines[0]?.place.edition).toEqual({ slug: edition.slug, number: 2 });
		const { href } = must(
			await app.views.notice(await actorOf(app, who), { id: lines[0]?.id ?? '' })
		);
		expect(href).toBe('/r/barnbokslut-2022/v/2');
	}
	for (const who of ['coordinator', 'administrator', 'councilMember'] as const)
		expect(await unread(who)).toEqual([]);
});

test('[N2] each chooses for each kind, and what is turned off is not told', async () => {
	const ways = async (who: DemoPersonKey) =>
		Object.fromEntries(
			must(await app.views.noticeWays(await actorOf(app, who), null)).map((w) => [w.kind, w.way])
		);
	expect(await ways('coordinator')).toMatchObject({ submitted: 'mail', late: 'inApp' });
	expect(Object.keys(await ways('education'))).not.toContain('submitted');
	expect(Object.keys(await ways('councilMember'))).toEqual(['preview']);

	const id = await sectionId(app, 'figures.education');
	const choose = (way: string) =>
		app.commands.chooseNotices({ by: by('coordinator'), ways: { submitted: way } });
	const newest = async (who: DemoPersonKey) => {
		const [first] = await app.read((tx) => listNotices(tx, by(who), 1));
		return { at: first?.at, kind: first?.kind, mail: first?.mail };
	};
	must(await submit('education', id));
	expect(await newest('coordinator')).toEqual({ at: now, kind: 'submitted', mail: 'waiting' });
	// What waited for a mail is not mailed to who does not want it any more.
	must(await choose('inApp'));
	expect((await newest('coordinator')).mail).toBe('none');
	expect((await newest('deputy')).mail).toBe('waiting');
	must(await returnIt(id));
	must(await submit('education', id));
	expect(await newest('coordinator')).toEqual({ at: now, kind: 'submitted', mail: 'none' });
	must(await choose('off'));
	expect((await ways('coordinator'))['submitted']).toBe('off');
	must(await returnIt(id));
	must(await submit('education', id));
	expect((await newest('coordinator')).at).toBeLessThan(now);
	expect((await newest('deputy')).at).toBe(now);
	expect((await sectionNow(app, id)).state).toBe('submitted');

	for (const wrong of [{ submitted: 'pigeon' }, { gossip: 'mail' }, { toString: 'mail' }])
		expect(
			refusalOf(await app.commands.chooseNotices({ by: by('coordinator'), ways: wrong }))
		).toMatchObject({ code: 'invalid' });
	expect((await ways('coordinator'))['submitted']).toBe('off');
});
