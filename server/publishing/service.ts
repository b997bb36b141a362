import type { MadeForm } from '#core/forms.ts';
import { FORMS } from '#core/forms.ts';
import type { Decision, EditionModel } from '#core/publication.ts';
import { refuse, type Hinder, type Result } from '#core/result.ts';
import type { CommandInput, CommandOutput } from '#server/commands/index.ts';
import { prepareEdition } from '#server/commands/prepare-edition.ts';
import type { FormsMade } from '#server/export/forms.ts';
import type { EditionInput, PrintProblem } from '#server/export/input.ts';
import {
	getEdition,
	getEditionFile,
	getImage,
	listEditionFiles,
	listEditions
} from '#server/store/editions.ts';
import { hasPassages } from '#server/store/passages.ts';
import { listSections } from '#server/store/sections.ts';
import { getLogo } from '#server/store/sender.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { Ended, formsInProcess, type FormsAsked } from './forms-process.ts';

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
	 * happens where nothing lacks.
	 */
	complete(editionId: string): Promise<void>;
	/** The same for every edition, the newest first; what one lacks for good keeps no other waiting. */
	completeAll(): Promise<void>;
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
	/** Makes the forms; in a process of its own when left out. */
	makeForms?: (asked: FormsAsked, signal: AbortSignal) => Promise<FormsMade>;
};

/** Publications that wait at most: each takes a processor for seconds. */
const MOST_WAITING = 8;

export function openPublishing(options: PublishingOptions): Publishing {
	const { clock, origin, read } = options;
	const makeForms = options.makeForms ?? formsInProcess;
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

	/** Null when the program ends before they are made. */
	async function madeOf(asked: FormsAsked): Promise<FormsMade | null> {
		try {
			return await makeForms(asked, ending.signal);
		} catch (error) {
			if (error instanceof Ended) return null;
			throw error;
		}
	}

	async function complete(editionId: string): Promise<void> {
		if (ending.signal.aborted) return;
		const found = await read((tx) => lackingOf(tx, editionId));
		if (!found) return;
		const { input, kept, isWhole } = found;
		const made = isWhole ? { ok: true as const, forms: [] } : await madeOf({ input, kept });
		if (made === null) return;
		const has = new Set(kept.map(({ form }) => form));
		const forms = made.forms.filter(({ form }) => !has.has(form));
		await options.completeEdition({ editionId, hash: input.hash, forms });
		// Published before such a thing was looked for. It stays as it is: readers have the other forms.
		if (!made.ok)
			throw new Error(`Edition ${editionId} lacks forms: ${JSON.stringify(made.problems)}`);
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
		complete: (editionId) => inTurn(() => complete(editionId)),
		completeAll: async () => {
			const all = await read((tx) => listEditions(tx));
			const failed: unknown[] = [];
			for (const { id } of all)
				await inTurn(() => complete(id)).catch((error: unknown) => failed.push(error));
			if (failed.length > 0) throw new AggregateError(failed, failed.map(String).join('\n'));
		},
		close: async () => {
			ending.abort();
			await last;
		}
	};
}

/** What an edition has and what the rest is made of; null when it lacks nothing. */
async function lackingOf(tx: Tx, editionId: string) {
	const edition = await getEdition(tx, editionId);
	if (!edition) return null;
	const listed = await listEditionFiles(tx, editionId);
	const isWhole = FORMS.every((form) => listed.some((file) => file.form === form));
	if (isWhole && (await hasPassages(tx, editionId))) return null;
	const kept: MadeForm[] = [];
	for (const { form } of isWhole ? [] : listed) {
		const file = await getEditionFile(tx, editionId, form);
		if (file) kept.push({ form, bytes: file.bytes });
	}
	const model = JSON.parse(edition.model) as EditionModel;
	return { kept, isWhole, input: await inputOf(tx, model, edition.hash) };
}

/** The edition's model with the bytes of its pictures. */
async function inputOf(tx: Tx, model: EditionModel, hash: string): Promise<EditionInput> {
	const images: EditionInput['images'] = {};
	for (const id of Object.keys(model.images)) {
		const image = await getImage(tx, id);
		if (image) images[id] = image.bytes;
	}
	const logo = model.sender?.logo ? await getLogo(tx, model.sender.logo.id) : undefined;
	if (logo) images[logo.id] = logo.bytes;
	return { model, hash, images };
}

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
