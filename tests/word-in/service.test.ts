import { WORD_LIMITS } from '#core/word-in/proposal.ts';
import { people } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { JOB_LIMITS, WordJobs, type WordJob } from '#server/word-in/jobs.ts';
import { readInThread, TooMuchWord, WordCancelled } from '#server/word-in/thread.ts';
import type { WordStep } from '#server/word-in/work.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { must, refusalOf, sectionNow } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { demoApp } from '../support/app.ts';
import { sectionId } from '../support/server.ts';
import { NOTHING, paragraph, wordFile } from '../support/word-file.ts';

async function desk(options: { clock?: () => number } = {}) {
	const app = await demoApp(options);
	const section = await sectionNow(app, await sectionId(app, 'figures.education'));
	const { reportId } = section;
	const coordinator = await actorFor(app, 'coordinator');
	const file = (body: string) => ({ reportId, name: 'utkast.docx', bytes: wordFile(body) });
	return { app, reportId, section, coordinator, file };
}

test('[Y7] a file is read in a thread of its own, kept for the person alone, and nothing is stored', async () => {
	let now = Date.parse('2024-05-01T10:00:00Z');
	const { app, reportId, section, coordinator, file } = await desk({ clock: () => now });
	const trail = (await app.read((tx) => listAudit(tx, reportId))).length;
	const begun = must(
		await app.wordIn.read(
			coordinator,
			file(paragraph(section.title, 'Rubrik1') + paragraph('Så här gick det.'))
		)
	);
	expect(begun.fileName).toBe('utkast.docx');
	await app.wordIn.settled(coordinator, reportId);
	expect(must(await app.wordIn.state(coordinator, reportId))).toMatchObject({
		state: 'read',
		progress: { done: 3, total: 3 }
	});
	const kept = must(await app.wordIn.proposal(coordinator, { reportId, id: begun.id }));
	expect(kept.proposal.parts).toMatchObject([{ sectionId: section.id, match: 'same' }]);
	const page = must(
		await app.views.wordPage(coordinator, { reportId, fileId: begun.id, proposal: kept.proposal })
	);
	expect(page.parts).toMatchObject([
		{ sectionId: section.id, words: 4, html: '<p>Så här gick det.</p>' }
	]);
	expect(page.sections.find(({ id }) => id === section.id)).toMatchObject({
		seq: section.seq,
		closed: null,
		isEmpty: false
	});

	const other = await actorFor(app, 'education');
	expect(must(await app.wordIn.state(other, reportId)).state).toBe('none');
	expect(refusalOf(await app.wordIn.proposal(other, { reportId, id: begun.id })).code).toBe(
		'notFound'
	);
	expect((await app.read((tx) => listAudit(tx, reportId))).length).toBe(trail);
	now += JOB_LIMITS.ms;
	expect(must(await app.wordIn.state(coordinator, reportId)).state).toBe('none');
});

test('[Y7] a refusal waits for the person as the reading does, and the next file takes its place', async () => {
	const { app, reportId, coordinator, file } = await desk();
	must(await app.wordIn.read(coordinator, { ...file(''), bytes: Buffer.from('Hej') }));
	await app.wordIn.settled(coordinator, reportId);
	expect(must(await app.wordIn.state(coordinator, reportId))).toMatchObject({
		state: 'refused',
		refusal: { code: 'invalid', problems: [{ field: 'file', problem: 'notWord' }] }
	});
	const large = new Uint8Array(WORD_LIMITS.bytes + 1);
	expect(
		refusalOf(await app.wordIn.read(coordinator, { ...file(''), bytes: large }))
	).toMatchObject({ problems: [{ problem: 'tooLarge' }] });
	must(await app.wordIn.read(coordinator, file(paragraph('Hej'))));
	await app.wordIn.settled(coordinator, reportId);
	expect(must(await app.wordIn.state(coordinator, reportId)).state).toBe('read');
	await app.wordIn.drop(coordinator);
	expect(must(await app.wordIn.state(coordinator, reportId)).state).toBe('none');
});

test('[A2] [A8] who writes nowhere in a report brings no file to it', async () => {
	const { app, reportId, file } = await desk();
	const asked = file(paragraph('Hej'));
	for (const [person, code] of [
		['councilMember', 'notFound'],
		['administrator', 'forbidden']
	] as const) {
		const actor = await actorFor(app, person);
		expect(refusalOf(await app.wordIn.maySend(actor, reportId)).code).toBe(code);
		expect(refusalOf(await app.wordIn.read(actor, asked)).code).toBe(code);
	}
	expect(refusalOf(await app.wordIn.maySend(null, reportId)).code).toBe('notSignedIn');
	const writer = await actorFor(app, 'education');
	expect(must(await app.wordIn.maySend(writer, reportId))).toBeNull();
	expect(writer.personId).toBe(people.education.id);
});

test('[Y7] steps are told one after the other; a reading that takes too long, or is not wanted, is ended', async () => {
	const bytes = wordFile(paragraph('Hej'));
	const steps: WordStep[] = [];
	const going = new AbortController();
	must(await readInThread({ bytes, report: NOTHING }, (step) => steps.push(step), going.signal));
	expect(steps).toEqual(['open', 'read', 'match']);
	const slow = readInThread({ bytes, report: NOTHING }, () => undefined, going.signal, 1);
	await expect(slow).rejects.toBeInstanceOf(TooMuchWord);
	const unwanted = readInThread({ bytes, report: NOTHING }, () => going.abort(), going.signal);
	await expect(unwanted).rejects.toBeInstanceOf(WordCancelled);
	const late = readInThread({ bytes, report: NOTHING }, () => undefined, going.signal);
	await expect(late).rejects.toBeInstanceOf(WordCancelled);
});

test('[Y7] while a long file is read nobody waits', async () => {
	const { app, reportId, coordinator, file } = await desk();
	const long = file(paragraph('Barnen har fått det bättre. '.repeat(20)).repeat(3000));
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	must(await app.wordIn.read(coordinator, long));
	await app.wordIn.settled(coordinator, reportId);
	delay.disable();
	expect(must(await app.wordIn.state(coordinator, reportId)).state).toBe('read');
	// Far above what it takes, for machines that are shared.
	expect(delay.max / 1e6).toBeLessThan(2000);
});

test('[Y7] pictures that wait take no more memory than they may: the oldest file goes', () => {
	const jobs = new WordJobs(() => 0);
	const put = (person: string, size: number): WordJob => {
		const image = { id: 'word-1', type: 'image/png' as const, width: 1, height: 1 };
		// Only its length is asked for.
		const bytes = { length: size } as Uint8Array;
		const job: WordJob = {
			id: person,
			reportId: 'r',
			fileName: '',
			at: 0,
			state: 'read',
			step: null,
			proposal: { parts: [], images: [{ ...image, bytes }], leftOut: [] },
			refusal: null,
			cancel: new AbortController(),
			settled: Promise.resolve()
		};
		jobs.put(person, job);
		jobs.trim(person);
		return job;
	};
	put('a', JOB_LIMITS.bytes / 2);
	put('b', JOB_LIMITS.bytes / 2);
	expect(jobs.get('a', 'r')?.id).toBe('a');
	put('c', 1);
	expect([jobs.get('a', 'r'), jobs.get('b', 'r')?.id, jobs.get('c', 'r')?.id]).toEqual([
		null,
		'b',
		'c'
	]);
	expect(jobs.get('c', 'another report')).toBeNull();
});
