import { may, type Act, type Actor, type Thing } from '#core/access.ts';
import type { SectionState } from '#core/section.ts';
import type { App, AppOptions } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { addReview } from '#server/demo/review.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { municipality, people } from '#server/demo/people.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { insertEditionFile } from '#server/store/editions.ts';
import { loadActor } from '#server/store/people.ts';
import { getPreview, previewThing } from '#server/store/previews.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import { getSection, listSections, thingOf, type Section } from '#server/store/sections.ts';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { must } from '../support/act.ts';
import { addBoard, publishBoard } from '../support/boards.ts';
import { reportId } from '../support/look.ts';
import { startKolada } from '../support/kolada-server.ts';
import { sectionId } from '../support/server.ts';
import {
	addPeople,
	addRoles,
	addStrangers,
	ELSEWHERE,
	personId,
	signInAll,
	type Cookies,
	type Who
} from './actors.ts';
import { sandboxOf, type Sandbox } from './sandbox.ts';
import { furnish, paragraph, picture, type Furniture } from './furniture.ts';

/** The section that is walked around. */
export const KEY = 'units.education';

/** What doors are asked with, by the kind of thing that an id means. */
export type Ids = Furniture & {
	report: string;
	section: string;
	/** A published report of the same authority, its edition and a section. */
	publishedReport: string;
	edition: string;
	slug: string;
	/** A published report of another authority. */
	otherSlug: string;
	otherEdition: string;
};

/** What a form must know of the thing that it is about. */
export type Facts = {
	seq: number;
	epoch: number;
	version: number;
	/** Of what was submitted last. */
	hash: string;
	title: string;
	now: number;
};

export type Place = 'report' | 'section' | 'published' | 'preview' | 'here' | 'own';

export type World = Sandbox & {
	app: App;
	cookies: Cookies;
	ids: Ids;
	/** Of another report of another authority, where it has such a thing. */
	theirs: Partial<Ids>;
	facts(): Promise<Facts>;
	/** The first section of a report. */
	sectionOf(reportId: string): Promise<string>;
	actor(who: Who): Promise<Actor | null>;
	/** The thing as `may` wants to know it, read from the store. */
	thing(place: Place, actor: Actor | null): Promise<Thing>;
	state(): SectionState;
	/** Brings the section into a state, by real commands. */
	bring(state: SectionState): Promise<void>;
	close(): Promise<void>;
};

/** Approves: nobody who walks, for some of them write (A7). */
const approver = people.deputy.id;

/** A municipality with somebody of every kind, and one thing of every kind. */
export async function startWorld(options: Pick<AppOptions, 'limits' | 'log'> = {}): Promise<World> {
	const kolada = await startKolada();
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'https://barnbokslut.example',
		koladaUrl: kolada.base,
		...options
	});
	await ensureDemo(app);
	await addReview(app);
	// Before there is another report of that year.
	const report = await reportId(app, 2023);
	const publishedReport = await reportId(app, 2022);
	const section = await sectionId(app, KEY);
	const approved = await sectionId(app, 'units.culture');
	const elsewhere = await app.read((tx) =>
		addBoard(tx, ELSEWHERE, {
			plan: [paragraph('Det här lovar vi.'), picture('walk-published-image')]
		})
	);
	await addStrangers(app);
	await addPeople(app);
	await addRoles(app, { report, other: publishedReport });
	const furniture = await furnish(app, { report, section, approved, elsewhere });
	await publishBoard(app, elsewhere, ['plan']);
	const editions = must(await app.views.editions(null, null));
	const ours = editions.find((e) => e.slug === 'barnbokslut-2022');
	const others = editions.find((e) => e.slug === `${ELSEWHERE.id}-2023`);
	if (!ours || !others) throw new Error('what is published is not published');
	await app.read((tx) =>
		insertEditionFile(tx, {
			municipalityId: municipality.id,
			editionId: ours.id,
			form: 'json',
			hash: createHash('sha256').update('{}').digest('hex'),
			bytes: Buffer.from('{}')
		})
	);
	const cookies = await signInAll(app);
	const sandbox = await sandboxOf(app);
	let state: SectionState = 'draft';
	const now = async (): Promise<Section> => {
		const found = await app.read((tx) => getSection(tx, section));
		if (!found) throw new Error('the section has gone');
		return found;
	};
	return {
		...sandbox,
		app,
		cookies,
		ids: {
			...furniture.ids,
			report,
			section,
			publishedReport,
			edition: ours.id,
			slug: ours.slug,
			otherSlug: others.slug,
			otherEdition: others.id
		},
		theirs: {
			...furniture.theirs,
			report: elsewhere,
			section: `${ELSEWHERE.id}-plan`,
			publishedReport: elsewhere,
			edition: others.id,
			slug: others.slug
		},
		async facts() {
			const { seq, epoch, version, title } = await now();
			const fixed = await app.read((tx) => latestFixed(tx, section));
			return { seq, epoch, version, title, hash: fixed?.hash ?? '0'.repeat(64), now: app.clock() };
		},
		sectionOf: async (id) => (await app.read((tx) => listSections(tx, id)))[0]?.id ?? '',
		actor: (who) => app.read(async (tx) => (await loadActor(tx, personId(who))) ?? null),
		thing: (place, actor) =>
			app.read(async (tx): Promise<Thing> => {
				const of = async (id: string) => {
					const row = await getReport(tx, id);
					if (!row) throw new Error('the report has gone');
					return reportThing(row);
				};
				switch (place) {
					case 'own':
						return { kind: 'municipality', municipalityId: actor?.municipalityId ?? '' };
					case 'here':
						return { kind: 'municipality', municipalityId: municipality.id };
					case 'report':
						return of(report);
					case 'published':
						return of(publishedReport);
					case 'section': {
						const row = await getSection(tx, section);
						if (!row) throw new Error('the section has gone');
						return thingOf(tx, row);
					}
					case 'preview': {
						const row = await getPreview(tx, furniture.ids.preview);
						if (!row) throw new Error('the preview has gone');
						return previewThing(tx, row);
					}
				}
			}),
		state: () => state,
		async bring(wanted) {
			const order: SectionState[] = ['draft', 'submitted', 'approved'];
			if (order.indexOf(wanted) < order.indexOf(state)) throw new Error('only forward');
			if (state === 'draft' && wanted !== 'draft') {
				const { seq } = await now();
				must(
					await app.commands.submitSection({
						by: personId('writer'),
						sectionId: section,
						seenSeq: seq
					})
				);
				state = 'submitted';
			}
			if (state === 'submitted' && wanted === 'approved') {
				const fixed = await app.read((tx) => latestFixed(tx, section));
				const hash = fixed?.hash ?? '';
				must(await app.commands.approveSection({ by: approver, sectionId: section, hash }));
				state = 'approved';
			}
		},
		close: async () => {
			await app.close();
			await kolada.close();
		}
	};
}

/** True when `may` lets somebody do it. */
export const isAllowed = (actor: Actor | null, act: Act, thing: Thing): boolean =>
	may(actor, act, thing).may;
