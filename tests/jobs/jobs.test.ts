import type { Actor } from '#core/access.ts';
import type { Job } from '#server/store/jobs.ts';
import { getJob, listJobs } from '#server/store/jobs.ts';
import { countJobs } from '#server/store/work.ts';
import { openJobs, type Jobs, type JobOutcome, type JobWorker } from '#server/jobs/runner.ts';
import type { App } from '#server/app.ts';
import { municipality, people, type DemoPersonKey } from '#server/demo/people.ts';
import { auditEvent } from '#server/store/schema.ts';
import { loadActor } from '#server/store/people.ts';
import { desc } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const DAY = 24 * 60 * 60 * 1000;

type World = {
	app: App;
	time: { now: number };
	/** What a worker of fetches was given, in order, and how it ends. */
	begun: { job: Job; at: Parameters<JobWorker>[1]; end: (outcome: JobOutcome) => void }[];
	bugs: unknown[];
	runner(): Jobs;
	actor(person: DemoPersonKey): Promise<Actor>;
};

/** The demo with runners whose fetches end when the test says so. */
async function world(): Promise<World> {
	const time = { now: Date.UTC(2026, 5, 1, 8) };
	const app = await demoApp({ clock: () => time.now });
	const begun: World['begun'] = [];
	const bugs: unknown[] = [];
	const work: JobWorker = (job, at) => {
		const { promise, resolve } = Promise.withResolvers<JobOutcome>();
		begun.push({ job, at, end: resolve });
		at.signal.addEventListener('abort', () =>
			resolve({ as: 'failed', refusal: { code: 'source', why: 'cancelled' } })
		);
		return promise;
	};
	return {
		app,
		time,
		begun,
		bugs,
		runner: () => {
			const jobs = openJobs({
				...app.commands,
				clock: () => time.now,
				read: app.read,
				workers: { fetchFigures: work, completeEdition: work },
				onBug: (error) => bugs.push(error)
			});
			onTestFinished(() => jobs.close());
			return jobs;
		},
		actor: async (person) => {
			const found = await app.read((tx) => loadActor(tx, people[person].id));
			if (!found) throw new Error(`no ${person}`);
			return found;
		}
	};
}

const asked = (person: DemoPersonKey | null) => ({
	by: person === null ? null : by(person),
	municipalityId: municipality.id,
	kind: 'fetchFigures' as const,
	input: { plan: { code: '2182', kpis: [], own: true, groups: [], years: ['2022'] } },
	progress: { done: 0, total: 4, step: 'measures' }
});
const completion = (editionId: string) => ({
	...asked(null),
	kind: 'completeEdition' as const,
	input: { editionId }
});
const row = (w: World, id: string) => w.app.read((tx) => getJob(tx, id));
const begins = (w: World, n: number) =>
	expect.poll(() => w.begun.length, { timeout: 10_000, interval: 5 }).toBe(n);

test('[O6] a job is begun, its progress is written at most once a second, and its outcome is kept', async () => {
	const w = await world();
	const jobs = w.runner();
	const { jobId } = must(await jobs.start(asked('coordinator')));
	await begins(w, 1);
	const [one] = w.begun;
	expect(await row(w, jobId)).toMatchObject({ state: 'running', attempts: 1 });
	for (let done = 1; done <= 3; done += 1) {
		one?.at.onProgress({ done, total: 4, step: 'values', of: 'own' });
		w.time.now += 400;
	}
	expect(jobs.progressOf(jobId)?.done).toBe(3);
	await expect.poll(async () => (await row(w, jobId))?.progress.done).toBe(1);
	one?.end({ as: 'done', result: { stored: 1 } });
	await jobs.idle('fetchFigures');
	expect(await row(w, jobId)).toMatchObject({
		state: 'done',
		progress: { done: 3, total: 4, step: 'values', of: 'own' },
		result: { stored: 1 },
		endedAt: w.time.now
	});
	expect(jobs.progressOf(jobId)).toBeNull();
	expect(w.bugs).toEqual([]);
});

test('[O6] one job of a kind at a time, in the order in which they were asked for; an edition has one', async () => {
	const w = await world();
	const jobs = w.runner();
	const first = must(await jobs.start(completion('a')));
	expect(must(await jobs.start(completion('a')))).toEqual(first);
	w.time.now += 1;
	must(await jobs.start(completion('b')));
	await begins(w, 1);
	// Another kind waits for none of them.
	must(await jobs.start(asked('coordinator')));
	await begins(w, 2);
	expect(w.begun.map(({ job }) => job.kind)).toEqual(['completeEdition', 'fetchFigures']);
	w.begun[0]?.end({ as: 'failed', refusal: { code: 'notReady', hinders: [] } });
	await begins(w, 3);
	expect(w.begun[2]?.job.input).toEqual({ editionId: 'b' });
	w.begun[2]?.end({ as: 'done', result: {} });
	await jobs.idle('completeEdition');
	// What did not work is tried anew, and stands there once.
	const again = must(await jobs.start(completion('a')));
	expect(again).not.toEqual(first);
	expect(await row(w, first.jobId)).toBeUndefined();
	const counted = await w.app.read(countJobs);
	expect(Object.fromEntries(counted.map(({ kind, state, n }) => [`${kind} ${state}`, n]))).toEqual({
		'completeEdition done': 1,
		'completeEdition running': 1,
		'fetchFigures running': 1
	});
});

test('[O6] [I9] figures are fetched by one at a time in a municipality, and the other is told by whom', async () => {
	const w = await world();
	const jobs = w.runner();
	must(await jobs.start(asked('coordinator')));
	expect(refusalOf(await jobs.start(asked('deputy')))).toEqual({
		code: 'moved',
		happened: 'fetching',
		by: 'Sara Ekdal',
		at: w.time.now
	});
	expect(refusalOf(await jobs.start(asked('education')))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await jobs.start(asked('councilMember')))).toMatchObject({ code: 'forbidden' });
});

test('[O6] an exception in a worker fails its job alone', async () => {
	const w = await world();
	const bugs: unknown[] = [];
	const jobs = openJobs({
		...w.app.commands,
		clock: () => w.time.now,
		read: w.app.read,
		workers: {
			fetchFigures: () => Promise.reject(new Error('slip')),
			completeEdition: () => Promise.resolve({ as: 'done', result: {} })
		},
		onBug: (error) => bugs.push(error)
	});
	onTestFinished(() => jobs.close());
	const failed = must(await jobs.start(asked('coordinator')));
	const done = must(await jobs.start(completion('a')));
	await Promise.all([jobs.idle('fetchFigures'), jobs.idle('completeEdition')]);
	expect(await row(w, failed.jobId)).toMatchObject({
		state: 'failed',
		refusal: { code: 'notSaved' }
	});
	expect((await row(w, done.jobId))?.state).toBe('done');
	expect(String(bugs)).toBe('Error: slip');
});

test('[O6] [A2] who asked, a coordinator or an administrator stops a job; nothing of it is stored after that', async () => {
	const w = await world();
	const jobs = w.runner();
	const { jobId } = must(await jobs.start(asked('coordinator')));
	await begins(w, 1);
	expect(refusalOf(await jobs.cancel(null, jobId))).toEqual({ code: 'notSignedIn' });
	for (const person of ['education', 'councilMember'] as const)
		expect(refusalOf(await jobs.cancel(await w.actor(person), jobId))).toMatchObject({
			code: 'forbidden'
		});
	const elsewhere = { ...(await w.actor('coordinator')), personId: 'nobody' };
	expect(refusalOf(await jobs.cancel(elsewhere, jobId))).toEqual({ code: 'notSignedIn' });
	expect(refusalOf(await jobs.cancel(await w.actor('deputy'), 'none'))).toEqual({
		code: 'notFound'
	});
	must(await jobs.cancel(await w.actor('deputy'), jobId));
	expect(w.begun[0]?.at.signal.aborted).toBe(true);
	expect(await row(w, jobId)).toMatchObject({ state: 'cancelled' });
	const fetched = {
		base: '',
		code: '2182',
		kpis: [],
		groups: [],
		answered: [],
		years: [],
		values: []
	};
	const { progress } = asked(null);
	const late = { jobId, attempt: 1, fetched, failed: [], progress };
	expect(refusalOf(await w.app.commands.storeFetchJob(late))).toEqual({
		code: 'source',
		why: 'cancelled'
	});
	const trail = await w.app.read(async (tx) =>
		tx.db.select().from(auditEvent).orderBy(desc(auditEvent.seq)).limit(2).all()
	);
	expect(trail.map(({ act, personName }) => [act, personName])).toEqual([
		['job.cancel', people.deputy.name],
		['job.start', 'Sara Ekdal']
	]);
	expect(refusalOf(await jobs.cancel(await w.actor('deputy'), jobId))).toMatchObject({
		code: 'moved',
		happened: 'done'
	});
	// A job that waits is never begun.
	const blocking = must(await jobs.start(completion('a')));
	await begins(w, 2);
	const waiting = must(await jobs.start(completion('b')));
	must(await jobs.cancel(await w.actor('administrator'), waiting.jobId));
	must(await jobs.cancel(await w.actor('administrator'), blocking.jobId));
	await jobs.idle('completeEdition');
	expect(w.begun).toHaveLength(2);
});

test('[O6] an orderly end takes no attempt; three ends in the middle give a job up; what is old is taken away', async () => {
	const w = await world();
	const first = w.runner();
	const { jobId } = must(await first.start(asked('coordinator')));
	await begins(w, 1);
	await first.close();
	expect(await row(w, jobId)).toMatchObject({ state: 'waiting', attempts: 0, refusal: null });
	expect(refusalOf(await first.start(completion('a')))).toEqual({ code: 'notSaved' });
	for (let round = 1; round <= 3; round += 1) {
		must(await w.app.commands.resumeJobs(null));
		const taken = must(await w.app.commands.takeJob({ kind: 'fetchFigures' }));
		expect(taken).toMatchObject({ id: jobId, attempts: round });
		// What an earlier attempt still says is not listened to.
		const old = { jobId, attempt: round - 1 };
		const progress = { done: 9, total: 9, step: 'values' };
		expect((await w.app.commands.jobProgress({ ...old, progress })).ok).toBe(false);
		expect((await w.app.commands.jobDone({ ...old, progress, result: {} })).ok).toBe(false);
	}
	const second = w.runner();
	await second.begin();
	expect(await row(w, jobId)).toMatchObject({ state: 'failed', refusal: { code: 'notSaved' } });
	const page = must(await w.app.views.jobs(await w.actor('education'), null));
	expect(page.jobs).toMatchObject([{ id: jobId, isGivenUp: true, mayCancel: false }]);
	await second.close();
	w.time.now += 89 * DAY;
	await w.runner().begin();
	expect(await row(w, jobId)).toBeDefined();
	w.time.now += 2 * DAY;
	await w.runner().begin();
	expect(await row(w, jobId)).toBeUndefined();
});

test('[O6] [A8] the page shows the municipality’s own work to those who work in it, and to nobody else', async () => {
	const w = await world();
	const jobs = w.runner();
	must(await jobs.start(asked('coordinator')));
	await begins(w, 1);
	const seen = async (person: DemoPersonKey) => w.app.views.jobs(await w.actor(person), null);
	expect(must(await seen('coordinator')).jobs).toMatchObject([
		{ by: 'Sara Ekdal', kind: 'fetchFigures', state: 'running', mayCancel: true }
	]);
	expect(must(await seen('education')).jobs).toMatchObject([{ mayCancel: false }]);
	expect(refusalOf(await seen('councilMember'))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await w.app.views.jobs(null, null))).toEqual({ code: 'notSignedIn' });
	expect(await w.app.read((tx) => listJobs(tx, 'another', 10))).toEqual([]);
	const other = { ...(await w.actor('administrator')), municipalityId: 'another' };
	expect(must(await w.app.views.jobs(other, null)).jobs).toEqual([]);
});
