import type { MadeForm } from '#core/forms.ts';
import type { Decision } from '#core/publication.ts';
import { ok, refuse, type Hinder, type Result } from '#core/result.ts';
import type { CommandInput, CommandOutput } from '#server/commands/index.ts';
import { prepareEdition } from '#server/commands/prepare-edition.ts';
import type { FormsMade } from '#server/export/forms.ts';
import type { PrintProblem } from '#server/export/input.ts';
import type { Log } from '#server/log/log.ts';
import { listSections } from '#server/store/sections.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { Ended, formsInProcess, type FormsAsked } from './forms-process.ts';
import { inputOf, lackingOf } from './lacking.ts';

export type PublishAsked = {
	by: string;
	reportId: string;
	decision: Decision;
	note: string;
	/** The number that the person was told it would have; null when they were told none. */
	number: number | null;
};

/** Editions and their forms: what takes a second or more is done here, outside of any transaction. */
export interface Publishing {
	/**
	 * P1: makes all forms of what is approved now, then publishes them in one transaction, which refuses
	 * when anything has changed meanwhile. Nothing is half published: a form that cannot be made, named by
	 * its block, or a full disk leaves everything as it was.
	 */
	publish(asked: PublishAsked): Promise<Result<CommandOutput<'publishReport'>>>;
	/**
	 * Makes the forms that an edition lacks, and makes it known to search; one edition at a time. Nothing
	 * happens where nothing lacks. Refused where it cannot have all of them, for a reason in its text, and
	 * where `signal` or the program's end came first.
	 */
	complete(editionId: string, signal?: AbortSignal): Promise<Result<null>>;
	/** Ends what is under way, of which nothing is kept; nothing begins after it. */
	close(): Promise<void>;
}

export type PublishingOptions = {
	clock: () => number;
	/** The public address; empty when none was set. */
	origin: string;
	read: Store['read'];
	publishReport: (
		input: CommandInput<'publishReport'>
	) => Promise<Result<CommandOutput<'publishReport'>>>;
	completeEdition: (input: CommandInput<'completeEdition'>) => Promise<Result<null>>;
	log?: Log;
	/** Makes the forms; in a process of its own when left out. */
	makeForms?: (asked: FormsAsked, signal: AbortSignal) => Promise<FormsMade>;
};

/** Publications that wait at most: each takes a processor for seconds. */
const MOST_WAITING = 8;

export function openPublishing(options: PublishingOptions): Publishing {
	const { clock, origin, read } = options;
	const makeForms =
		options.makeForms ?? ((asked, signal) => formsInProcess(asked, signal, undefined, options.log));
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	const ending = new AbortController();

	/** One at a time, so that memory is taken once. */
	function inTurn<T>(job: () => Promise<T>): Promise<T> {
		waiting += 1;
		const done = last.then(job).finally(() => (waiting -= 1));
		last = done.catch(() => undefined);
		return done;
	}

	/** Null when the program ends, or `signal` comes, before they are made. */
	async function madeOf(asked: FormsAsked, signal = ending.signal): Promise<FormsMade | null> {
		try {
			return await makeForms(asked, signal);
		} catch (error) {
			if (error instanceof Ended) return null;
			throw error;
		}
	}

	async function complete(editionId: string, stop?: AbortSignal): Promise<Result<null>> {
		const signal = stop ? AbortSignal.any([stop, ending.signal]) : ending.signal;
		if (signal.aborted) return refuse({ code: 'notSaved' });
		const found = await read((tx) => lackingOf(tx, editionId));
		if (!found) return ok(null);
		const { reportId, input, kept, isWhole } = found;
		const made = isWhole ? NOTHING : await madeOf({ input, kept }, signal);
		if (made === null) return refuse({ code: 'notSaved' });
		const has = new Set(kept.map(({ form }) => form));
		const forms = made.forms.filter(({ form }) => !has.has(form));
		const stored = await options.completeEdition({ editionId, hash: input.hash, forms });
		if (!stored.ok || made.ok) return stored;
		// Published before such a thing was looked for. It stays as it is: readers have the other forms.
		const hinders = await read((tx) => hindersOf(tx, reportId, made.problems));
		return refuse({ code: 'notReady', hinders });
	}

	return {
		publish: async (asked) => {
			if (ending.signal.aborted) return refuse({ code: 'notSaved' });
			if (waiting >= MOST_WAITING) return refuse({ code: 'tooFast' });
			return inTurn(async () => {
				const edition = { ...asked, publishedAt: clock(), origin };
				const prepared = await read(async (tx) => {
					const found = await prepareEdition(tx, edition);
					if (!found.ok) return found;
					const { model, hash } = found.value;
					return { ok: true as const, value: await inputOf(tx, model, hash) };
				});
				if (!prepared.ok) return prepared;
				const made = await madeOf({ input: prepared.value, kept: [] });
				if (made === null) return refuse({ code: 'notSaved' });
				if (!made.ok)
					return refuse({
						code: 'notReady',
						hinders: await read((tx) => hindersOf(tx, asked.reportId, made.problems))
					});
				return options.publishReport({
					...edition,
					number: prepared.value.model.number,
					hash: prepared.value.hash,
					forms: made.forms satisfies MadeForm[]
				});
			});
		},
		complete: (editionId, signal) => inTurn(() => complete(editionId, signal)),
		close: async () => {
			ending.abort();
			await last;
		}
	};
}

/** The forms of an edition that has all of them already. */
const NOTHING: FormsMade = { ok: true, forms: [] };

/** Problems of forms as what hinders a publication, each at its section. */
async function hindersOf(tx: Tx, reportId: string, problems: PrintProblem[]): Promise<Hinder[]> {
	const ids = new Map((await listSections(tx, reportId)).map((s) => [s.key, s.id]));
	return problems.map(({ section, problem, excerpt }) => ({
		what: 'unprintable',
		sectionId: ids.get(section?.key ?? '') ?? '',
		key: section?.key ?? '',
		title: section?.title ?? '',
		problem,
		excerpt
	}));
}
