import type { Actor } from '#core/access.ts';
import type { Lang } from '#core/format.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { VALUES_LIMITS, type ValuesTable } from '#core/values-table.ts';
import { knownNames } from '#core/values-table-names.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { listGroups } from '#server/store/comparison-groups.ts';
import { listFigures } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { Store } from '#server/store/store.ts';
import { randomUUID } from 'node:crypto';
import { KeptTables, type KeptTable } from './kept.ts';
import { inThread, TooMuchWork } from './thread.ts';
import type { FileFormat } from './work.ts';

export type { FileFormat } from './work.ts';
export type { KeptTable } from './kept.ts';

export type SentFile = {
	/** As the person calls it. */
	name: string;
	bytes: Uint8Array;
	/** The source of rows that state none; empty for none. */
	source: string;
};

/** Files of values, for those who may enter them. */
export interface Figures {
	/** Reads a file; nothing is stored or kept. */
	understand(actor: Actor | null, file: Omit<SentFile, 'name'>): Promise<Result<ValuesTable>>;
	/** Reads a file and keeps what it says for the person; nothing is stored. */
	read(actor: Actor | null, file: SentFile): Promise<Result<KeptTable>>;
	/** What the person's file says; refused as `notFound` when it is no longer here. */
	kept(actor: Actor | null, id: string): Promise<Result<KeptTable>>;
	/** Forgets the person's file: it is imported, or not wanted. */
	drop(actor: Actor | null): Promise<void>;
	/** Rows as a file; who asks for them has been judged by who gave them. */
	write(rows: WrittenCell[][], format: FileFormat, lang: Lang): Promise<Uint8Array>;
}

export type FiguresOptions = {
	clock: () => number;
	read: Store['read'];
};

/** Files that wait at most: each takes a thread for a second, one after the other. */
const MOST_WAITING = 8;

export function openFigures({ clock, read }: FiguresOptions): Figures {
	const tables = new KeptTables(clock);
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;

	/** One job at a time, so that memory is taken once. */
	async function inTurn<T>(job: () => Promise<T>): Promise<T> {
		const before = last;
		waiting += 1;
		const done = before.then(job).finally(() => (waiting -= 1));
		last = done.catch(() => undefined);
		return done;
	}

	const mayEnter = (actor: Actor | null): Result<Actor> => {
		if (actor === null) return refuse({ code: 'notSignedIn' });
		const { municipalityId } = actor;
		const allowed = permit(actor, 'indicator.edit', { kind: 'municipality', municipalityId });
		return allowed.ok ? ok(actor) : allowed;
	};

	async function understand(
		actor: Actor | null,
		{ bytes, source }: Omit<SentFile, 'name'>
	): Promise<Result<ValuesTable>> {
		const person = mayEnter(actor);
		if (!person.ok) return person;
		if (bytes.length > VALUES_LIMITS.bytes) return fileRefusal('tooLarge');
		if (waiting >= MOST_WAITING) return refuse({ code: 'tooFast' });
		const { municipalityId } = person.value;
		const known = await read(async (tx) =>
			knownNames(
				(await getMunicipality(tx, municipalityId))?.name ?? '',
				await listFigures(tx, municipalityId),
				await listGroups(tx, municipalityId)
			)
		);
		try {
			return await inTurn(() => inThread('read', { bytes, known, defaults: { source } }));
		} catch (error) {
			if (error instanceof TooMuchWork) return fileRefusal('tooSlow');
			throw error;
		}
	}

	return {
		understand,
		async read(actor, file) {
			const table = await understand(actor, file);
			if (!table.ok || !actor) return table.ok ? refuse({ code: 'notSignedIn' }) : table;
			const fileName = file.name.slice(0, 200);
			const kept = { id: randomUUID(), fileName, at: clock(), table: table.value };
			tables.put(actor.personId, kept);
			return ok(kept);
		},
		async kept(actor, id) {
			const person = mayEnter(actor);
			if (!person.ok) return person;
			const kept = tables.get(person.value.personId, id);
			return kept ? ok(kept) : refuse({ code: 'notFound' });
		},
		async drop(actor) {
			if (actor) tables.drop(actor.personId);
		},
		write: (rows, format, lang) => inTurn(() => inThread('write', { rows, format, lang }))
	};
}
