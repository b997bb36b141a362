import { ALL_MUNICIPALITIES, NATION } from '#core/comparison.ts';
import type { Actor } from '#core/access.ts';
import { kpiProposal } from '#core/kpi-proposal.ts';
import type { App } from '#server/app.ts';
import { municipality, people, type DemoPersonKey } from '#server/demo/people.ts';
import type { FetchState } from '#server/kolada/jobs.ts';
import { openKolada, type Kolada } from '#server/kolada/service.ts';
import { openJobs, type Jobs } from '#server/jobs/runner.ts';
import { getFigures } from '#server/store/indicators.ts';
import { loadActor } from '#server/store/people.ts';
import { onTestFinished } from 'vitest';
import { by, must } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { koladaServer, type KoladaServer } from '../support/kolada-server.ts';
import { GROUPS, KPI_TITLES } from './catalogue.ts';
import { TestClock } from './tools.ts';

/** The demo municipality beside a Kolada of its own, on a clock that only sleepers move. */
export type KoladaWorld = {
	app: App;
	server: KoladaServer;
	kolada: Kolada;
	/** The runner of the fetches; the app's own was never begun. */
	jobs: Jobs;
	time: TestClock;
	actor(person: DemoPersonKey): Promise<Actor>;
	/** Adds an indicator as its title proposes; its id. */
	addKpi(kpiId: string): Promise<string>;
	/** The three rows of comparison: similar municipalities, the nation, all municipalities. */
	addGroups(): Promise<{ similar: string; nation: string; all: string }>;
	/** Fetches to the end, as the coordinator. */
	fetch(ask: { indicatorIds: string[]; series?: string[]; years?: string[] }): Promise<FetchState>;
	figures(indicatorId: string): Promise<NonNullable<Awaited<ReturnType<typeof getFigures>>>>;
	/** The value of one cell; undefined when there is none. */
	value(
		indicatorId: string,
		period: string,
		series?: string,
		breakdown?: string
	): Promise<KnownValue | undefined>;
};

type KnownValue = NonNullable<Awaited<ReturnType<typeof getFigures>>>['values'][number];

export const CODE = '2182';

export async function koladaWorld(): Promise<KoladaWorld> {
	const server = await koladaServer();
	const time = new TestClock();
	const app = await demoApp({ clock: time.clock });
	const kolada = openKolada({
		base: server.base,
		clock: time.clock,
		sleep: time.sleep,
		read: (work) => app.read(work),
		jobs: {
			start: (asked) => jobs.start(asked),
			cancel: (...asked) => jobs.cancel(...asked),
			progressOf: (jobId) => jobs.progressOf(jobId),
			idle: (kind) => jobs.idle(kind)
		},
		store: app.commands.storeFetchJob
	});
	const jobs = openJobs({
		...app.commands,
		clock: time.clock,
		read: app.read,
		workers: {
			fetchFigures: kolada.work,
			completeEdition: () => Promise.reject(new Error('no edition is completed here'))
		},
		onBug: (error) => bugs.push(error)
	});
	const bugs: unknown[] = [];
	onTestFinished(async () => {
		await jobs.close();
		await kolada.close();
		if (bugs.length > 0) throw new AggregateError(bugs);
	});
	const actor = async (person: DemoPersonKey) => {
		const found = await app.read((tx) => loadActor(tx, people[person].id));
		if (!found) throw new Error(`no ${person}`);
		return found;
	};
	const figures = async (id: string) => {
		const found = await app.read((tx) => getFigures(tx, municipality.id, id));
		if (!found) throw new Error(`no indicator ${id}`);
		return found;
	};
	return {
		app,
		server,
		kolada,
		jobs,
		time,
		actor,
		figures,
		addKpi: async (kpiId) => {
			const { title, subject, unit, decimals, wishedDirection, tolerance } = kpiProposal(
				KPI_TITLES[kpiId] ?? ''
			);
			const input = { title, subject, unit, decimals, wishedDirection, tolerance };
			const made = await app.commands.saveIndicator({
				by: by('coordinator'),
				indicatorId: null,
				version: 0,
				input: { ...input, kpiId, definition: '', note: '' }
			});
			return must(made).indicatorId;
		},
		addGroups: async () => {
			const add = async (
				kind: string,
				name: string,
				externalId: string,
				year: number | null,
				members: [string, string][]
			) =>
				must(
					await app.commands.saveGroup({
						by: by('coordinator'),
						groupId: null,
						version: 0,
						input: {
							kind,
							name,
							externalId,
							year,
							members: members.map(([id, title]) => ({ id, title }))
						}
					})
				).groupId;
			return {
				similar: await add(
					'similar',
					'liknande kommuner',
					'G176409',
					2024,
					GROUPS['G176409']?.members ?? []
				),
				// The demo has the nation already.
				nation: 'demo-riket',
				all: await add('allMunicipalities', 'alla kommuner', ALL_MUNICIPALITIES, null, [])
			};
		},
		fetch: async ({ indicatorIds, series = ['own'], years = ['2022'] }) => {
			must(
				await kolada.start(await actor('coordinator'), { indicatorIds, series, years, code: CODE })
			);
			return kolada.settled(municipality.id);
		},
		value: async (indicatorId, period, series = 'own', breakdown = '') =>
			(await figures(indicatorId)).values.find(
				(v) => v.series === series && v.breakdown === breakdown && v.period === period
			)
	};
}

export { NATION };
