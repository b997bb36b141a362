import type { LineageLink } from '#core/lineage.ts';
import type { DocNode, FixedContent } from '#core/publication.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { authority } from '#server/demo/people.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { listAudit } from '#server/store/audit.ts';
import { loadActor } from '#server/store/people.ts';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { followedNode, plannedNode } from '../core/gothenburg-areas.ts';
import { approveNow, by, must, refusalOf, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { scribe, send } from './scribes.ts';

/** Y3 at work: ways are proposed, confirmed by a person, fixed with the plan, and found when they are missing. */

type Person = Parameters<typeof by>[0];

const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });

/** A report that follows up Göteborg's twelve areas and plans its ten. */
async function between(app: App) {
	const { reportId, sections } = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: authority.id,
			variant: 'municipal',
			reportYear: 2024,
			title: 'Barnbokslut 2024',
			content: { followUp: doc(followedNode), plan: doc(plannedNode) }
		})
	);
	const idOf = (key: string) => sections.find((s) => s.key === key)?.id ?? '';
	return { reportId, followUp: idOf('followUp'), plan: idOf('plan') };
}

const page = async (app: App, reportId: string, person: Person = 'coordinator') => {
	const actor = await app.read(async (tx) => (await loadActor(tx, by(person))) ?? null);
	return must(await app.views.lineage(actor, { reportId }));
};

const confirm = async (
	app: App,
	reportId: string,
	links: LineageLink[],
	{ seen = [], person = 'coordinator' }: { seen?: string[]; person?: Person } = {}
) => app.commands.confirmLineage({ by: by(person), reportId, links, seen });

const kept: LineageLink = { kind: 'kept', from: ['f2'], to: ['p3'] };
const dropped: LineageLink = { kind: 'dropped', from: ['f12'], to: [] };
const plain = ({ kind, from, to }: LineageLink): LineageLink => ({ kind, from, to });

/** What is found of areas in a section, as code and excerpt. */
const found = async (app: App, sectionId: string) => {
	const actor = await app.read(async (tx) => (await loadActor(tx, by('coordinator'))) ?? null);
	return must(await app.views.sectionFindings(actor, { sectionId }))
		.filter(({ rule }) => rule === 'Y3')
		.map(({ code, excerpt }) => `${code}: ${excerpt}`);
};

test('[Y3] Göteborg’s areas, once a person has confirmed: 5 kept, 1 renamed, 1 reshaped, 2 into 1, 2 finished, 1 dropped while begun, 2 new', async () => {
	const app = await demoApp();
	const { reportId, followUp, plan } = await between(app);
	const before = await page(app, reportId);
	expect([before.followed.length, before.planned.length]).toEqual([12, 10]);
	expect(before.ways.every(({ confirmed }) => confirmed === null)).toBe(true);
	// What nobody has confirmed is proposed, and told of as missing, by section.
	expect((await found(app, plan))[0]).toMatch(/^lineageUnconfirmed: Nå önskade målgrupper; /);

	const sure = before.ways.filter(({ sureness }) => sureness === 'sure').map(plain);
	must(await confirm(app, reportId, sure));
	const rest = (await page(app, reportId)).ways.filter((way) => !way.confirmed);
	expect([sure.length, rest.length]).toEqual([5, 8]);
	for (const way of rest) {
		const { seen } = await page(app, reportId);
		must(await confirm(app, reportId, [plain(way)], { seen }));
	}

	const { ways } = await page(app, reportId, 'education');
	expect(ways.every(({ confirmed }) => confirmed?.by === 'Sara Ekdal')).toBe(true);
	const count = (kind: string) => ways.filter((way) => way.kind === kind).length;
	expect(
		['kept', 'renamed', 'reshaped', 'merged', 'split', 'finished', 'dropped', 'new'].map(count)
	).toEqual([5, 1, 1, 1, 0, 2, 1, 2]);
	expect(ways.find(({ kind }) => kind === 'merged')).toMatchObject({
		from: ['f8', 'f11'],
		to: ['p8']
	});
	expect(ways.map(({ from: [first] }) => first ?? 'new').slice(-3)).toEqual(['f12', 'new', 'new']);
	expect(await found(app, followUp)).toEqual(['areaDroppedWhileBegun: Komma in tidigt']);
	expect(await found(app, plan)).toEqual([]);
	const lines = await app.read((tx) => listAudit(tx, reportId));
	expect(lines.filter(({ act }) => act === 'lineage.confirm')).toHaveLength(13);
});

test('[Y3] what is fixed with the plan names the ways, without those whose areas are gone', async () => {
	const app = await demoApp();
	const { reportId, followUp, plan } = await between(app);
	must(await confirm(app, reportId, [kept, dropped, { kind: 'new', from: [], to: ['p1'] }]));
	// Somebody takes the last area of the follow-up away.
	const writer = await scribe(app, followUp, 'coordinator');
	const table = writer.doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
	table.delete(table.length - 1, 1);
	await send(app, followUp, writer);
	expect((await page(app, reportId)).gone).toBe(1);
	must(await submitNow(app, 'coordinator', plan));
	const fixed = await app.read((tx) => latestFixed(tx, plan));
	expect((JSON.parse(fixed?.content ?? '{}') as FixedContent).lineage).toEqual([
		kept,
		{ kind: 'new', from: [], to: ['p1'] }
	]);
	must(await submitNow(app, 'coordinator', followUp));
	const other = await app.read((tx) => latestFixed(tx, followUp));
	expect(Object.keys(JSON.parse(other?.content ?? '{}') as FixedContent)).not.toContain('lineage');
});

test('[Y3] [S3] while the plan is locked its ways stand; a locked follow-up hinders nobody from confirming', async () => {
	const app = await demoApp();
	const { reportId, followUp, plan } = await between(app);
	must(await submitNow(app, 'coordinator', followUp));
	const { ids } = must(await confirm(app, reportId, [kept, dropped]));
	must(await submitNow(app, 'coordinator', plan));
	must(await approveNow(app, 'deputy', plan));
	const undo = (linkId: string) =>
		app.commands.undoLineage({ by: by('coordinator'), reportId, linkId });
	const refusals = [
		refusalOf(await confirm(app, reportId, [{ kind: 'new', from: [], to: ['p1'] }])),
		refusalOf(await confirm(app, reportId, [{ kind: 'finished', from: ['f1'], to: [] }])),
		refusalOf(await undo(ids[0] ?? ''))
	];
	expect(refusals.map(({ code }) => code)).toEqual(['locked', 'locked', 'locked']);
	const seen = await page(app, reportId);
	expect(seen.locks).toHaveLength(1);
	expect(seen.ways.every(({ locked }) => locked)).toBe(true);
	must(
		await app.commands.reopenSection({
			by: by('coordinator'),
			sectionId: plan,
			reason: 'En väg är fel.'
		})
	);
	must(await undo(ids[0] ?? ''));
	expect((await page(app, reportId)).ways.filter(({ confirmed }) => confirmed)).toHaveLength(1);
	const [line] = await app.read((tx) => listAudit(tx, reportId));
	expect(line).toMatchObject({
		act: 'lineage.undo',
		detail: { kind: 'kept', from: ['Heder och HBTQi-frågor'], to: ['Heder och HBTQI-frågor'] }
	});
});

test('[Y3] [S10] another way takes the place of the one that was seen, and of no other', async () => {
	const app = await demoApp();
	const { reportId } = await between(app);
	const { ids } = must(await confirm(app, reportId, [kept]));
	const merged: LineageLink = { kind: 'merged', from: ['f2', 'f3'], to: ['p3'] };
	expect(refusalOf(await confirm(app, reportId, [merged], { person: 'deputy' }))).toMatchObject({
		code: 'moved',
		happened: 'valueChanged',
		by: 'Sara Ekdal'
	});
	must(await confirm(app, reportId, [merged], { person: 'deputy', seen: ids }));
	const stood = (await page(app, reportId)).ways.filter(({ confirmed }) => confirmed);
	expect(stood.map(plain)).toEqual([merged]);
	expect(
		refusalOf(
			await app.commands.undoLineage({ by: by('coordinator'), reportId, linkId: ids[0] ?? '' })
		).code
	).toBe('moved');
});

test('[Y3] a link must be whole, of areas that are there, and each area in one; nothing of it is done else', async () => {
	const app = await demoApp();
	const { reportId } = await between(app);
	const refused = async (...links: LineageLink[]) =>
		refusalOf(await confirm(app, reportId, links)).code;
	expect(await refused()).toBe('invalid');
	expect(await refused({ kind: 'kept', from: ['f1'], to: [] })).toBe('invalid');
	expect(await refused({ kind: 'merged', from: ['f1', 'f1'], to: ['p1'] })).toBe('invalid');
	expect(await refused(kept, { kind: 'dropped', from: ['f2'], to: [] })).toBe('invalid');
	expect(await refused(dropped, { kind: 'kept', from: ['f1'], to: ['gone'] })).toBe('moved');
	expect((await page(app, reportId)).seen).toEqual([]);
});

test('[Y3] [A2] [A8] writers read the ways and do not confirm them; for others they do not exist', async () => {
	const app = await demoApp();
	const { reportId } = await between(app);
	expect((await page(app, reportId, 'education')).mayManage).toBe(false);
	const as = async (person: Person) =>
		refusalOf(await confirm(app, reportId, [kept], { person })).code;
	expect([await as('education'), await as('councilMember')]).toEqual(['forbidden', 'notFound']);
	const actor = await app.read(async (tx) => (await loadActor(tx, by('councilMember'))) ?? null);
	expect(refusalOf(await app.views.lineage(actor, { reportId })).code).toBe('notFound');

	// Without a plan nothing is proposed: what is not written yet is not dropped.
	const alone = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: authority.id,
			variant: 'municipal',
			reportYear: 2025,
			title: 'Bara uppföljning',
			content: { followUp: doc(followedNode) }
		})
	);
	const { followed, ways } = await page(app, alone.reportId);
	expect([followed.length, ways.length]).toEqual([12, 0]);
});
