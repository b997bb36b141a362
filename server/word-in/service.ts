import type { Actor } from '#core/access.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import {
	WORD_LIMITS,
	type WordImage,
	type WordProposal,
	type WordReport
} from '#core/word-in/proposal.ts';
import { trialLog, type Log } from '#server/log/log.ts';
import { randomUUID } from 'node:crypto';
import { WordJobs, type WordJob } from './jobs.ts';
import { readInThread, TooMuchWord, WordCancelled } from './thread.ts';
import { WORD_STEPS, wordRefusal } from './work.ts';

/** How far a person's file is. */
export type WordState = {
	/** `none`: there is no file, or it waited too long. */
	state: 'none' | WordJob['state'];
	id: string;
	fileName: string;
	progress: { step: (typeof WORD_STEPS)[number]; done: number; total: number };
	refusal: Refusal | null;
};

/** Y7: files from Word, for those who may write in the report. Nothing is stored. */
export interface WordIn {
	/** Whether the person may send a file at all: asked before one is read into memory. */
	maySend(actor: Actor | null, reportId: string): Promise<Result<null>>;
	/** Begins to read a file; the person's file before it is forgotten. */
	read(
		actor: Actor | null,
		input: { reportId: string; name: string; bytes: Uint8Array }
	): Promise<Result<WordState>>;
	state(actor: Actor | null, reportId: string): Promise<Result<WordState>>;
	/** What the person's file brings; refused as `notFound` when it is no longer here. */
	proposal(
		actor: Actor | null,
		input: { reportId: string; id: string }
	): Promise<Result<{ fileName: string; proposal: WordProposal }>>;
	/** One of its pictures. */
	image(
		actor: Actor | null,
		input: { reportId: string; id: string; imageId: string }
	): Promise<Result<WordImage>>;
	/** Forgets the person's file: it is put in, or not wanted; a reading under way ends. */
	drop(actor: Actor | null): Promise<void>;
	/** Resolves when the person's file is read or refused. */
	settled(actor: Actor, reportId: string): Promise<void>;
	close(): Promise<void>;
}

export type WordInOptions = {
	clock: () => number;
	/** The report as headings are compared with it; refused for those who may write nowhere in it. */
	report: (actor: Actor | null, reportId: string) => Promise<Result<WordReport>>;
	log?: Log;
};

/** Files that wait at most: each takes a thread for a second, one after the other. */
const MOST_WAITING = 8;

export function openWordIn({ clock, report, log = trialLog }: WordInOptions): WordIn {
	const jobs = new WordJobs(clock);
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;

	/** One file at a time, so that memory is taken once. */
	async function inTurn<T>(work: () => Promise<T>): Promise<T> {
		waiting += 1;
		const done = last.then(work).finally(() => (waiting -= 1));
		last = done.catch(() => undefined);
		return done;
	}

	async function work(job: WordJob, bytes: Uint8Array, known: WordReport): Promise<void> {
		try {
			const read = await inTurn(() => {
				job.state = 'reading';
				return readInThread(
					{ bytes, report: known },
					(step) => (job.step = step),
					job.cancel.signal
				);
			});
			if (read.ok) Object.assign(job, { state: 'read', proposal: read.value });
			else Object.assign(job, { state: 'refused', refusal: read.refusal });
		} catch (error) {
			if (error instanceof WordCancelled) return;
			const no = wordRefusal(error instanceof TooMuchWord ? 'tooSlow' : 'damaged');
			if (!no.ok) Object.assign(job, { state: 'refused', refusal: no.refusal });
			if (!(error instanceof TooMuchWord)) log.error({ error }, 'a Word file could not be read');
		}
	}

	const found = (
		actor: Actor | null,
		reportId: string,
		id: string
	): Result<{ fileName: string; proposal: WordProposal }> => {
		const job = actor ? jobs.get(actor.personId, reportId) : null;
		return job?.proposal && job.id === id
			? ok({ fileName: job.fileName, proposal: job.proposal })
			: refuse({ code: 'notFound' });
	};

	return {
		async maySend(actor, reportId) {
			const known = await report(actor, reportId);
			if (!known.ok) return known;
			return waiting >= MOST_WAITING ? refuse({ code: 'tooFast' }) : ok(null);
		},
		async read(actor, { reportId, name, bytes }) {
			const known = await report(actor, reportId);
			if (!known.ok || !actor) return known.ok ? refuse({ code: 'notSignedIn' }) : known;
			if (bytes.length > WORD_LIMITS.bytes) return wordRefusal('tooLarge');
			if (waiting >= MOST_WAITING) return refuse({ code: 'tooFast' });
			const job: WordJob = {
				id: randomUUID(),
				reportId,
				fileName: name.slice(0, 200),
				at: clock(),
				state: 'waiting',
				step: null,
				proposal: null,
				refusal: null,
				cancel: new AbortController(),
				settled: Promise.resolve()
			};
			jobs.put(actor.personId, job);
			job.settled = work(job, bytes, known.value).then(() => jobs.trim(actor.personId));
			return ok(stateOf(job));
		},
		async state(actor, reportId) {
			const known = await report(actor, reportId);
			if (!known.ok || !actor) return known.ok ? refuse({ code: 'notSignedIn' }) : known;
			return ok(stateOf(jobs.get(actor.personId, reportId)));
		},
		async proposal(actor, { reportId, id }) {
			const known = await report(actor, reportId);
			return known.ok ? found(actor, reportId, id) : known;
		},
		async image(actor, { reportId, id, imageId }) {
			const kept = found(actor, reportId, id);
			if (!kept.ok) return kept;
			const image = kept.value.proposal.images.find((one) => one.id === imageId);
			return image ? ok(image) : refuse({ code: 'notFound' });
		},
		async drop(actor) {
			if (actor) jobs.drop(actor.personId);
		},
		async settled(actor, reportId) {
			await jobs.get(actor.personId, reportId)?.settled;
		},
		close: () => jobs.close()
	};
}

function stateOf(job: WordJob | null): WordState {
	const step = job?.step ?? 'open';
	const done = job?.state === 'read' ? WORD_STEPS.length : WORD_STEPS.indexOf(step);
	return {
		state: job?.state ?? 'none',
		id: job?.id ?? '',
		fileName: job?.fileName ?? '',
		progress: { step, done, total: WORD_STEPS.length },
		refusal: job?.refusal ?? null
	};
}
