import type { Actor } from '#core/access.ts';
import {
	PEOPLE_LIMITS,
	peopleColumnOf,
	readPeople,
	type KnownParts,
	type PeopleFileProblem,
	type PeopleTable
} from '#core/people-table.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { readCsv } from '#server/figures/csv.ts';
import { randomUUID } from 'node:crypto';

/** A file of people that was read, as it waits for its reader's decision. */
export type KeptPeople = { id: string; at: number; table: PeopleTable };

/** How long a file waits, in milliseconds, and how many at once: each is a megabyte at most. */
const KEPT = { ms: 30 * 60 * 1000, files: 20 };

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf];
const begins = (bytes: Uint8Array, mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
const no = (problem: PeopleFileProblem): Result<never> =>
	refuse({ code: 'invalid', problems: [{ field: 'file', problem }] });

/** The people that a CSV file proposes. It is small and read to a limit, so no thread is needed. */
export function readPeopleFile(bytes: Uint8Array, known: KnownParts): Result<PeopleTable> {
	if (bytes.length === 0) return no('empty');
	if (bytes.length > PEOPLE_LIMITS.bytes) return no('tooLarge');
	if (begins(bytes, ZIP) || begins(bytes, COMPOUND)) return no('isExcel');
	const cells = readCsv(bytes, {
		limits: PEOPLE_LIMITS,
		isHead: (text) => peopleColumnOf(text) !== undefined
	});
	return cells.ok ? readPeople(cells.value, known) : cells;
}

/** Files of people, for administrators. */
export interface PeopleFiles {
	/** Reads a file and keeps what it says for the person, and only the newest; nothing is stored. */
	read(actor: Actor | null, bytes: Uint8Array): Promise<Result<{ id: string }>>;
	/** What the person's file says; refused as `notFound` when it is no longer here. */
	kept(actor: Actor | null, id: string): Promise<Result<KeptPeople>>;
	drop(actor: Actor | null): void;
}

export function openPeopleFiles(options: {
	clock: () => number;
	/** What names can mean; asks whether the person may manage people. */
	parts: (actor: Actor | null) => Promise<Result<KnownParts>>;
}): PeopleFiles {
	const { clock, parts } = options;
	const files = new Map<string, KeptPeople>();
	return {
		async read(actor, bytes) {
			const known = await parts(actor);
			if (!known.ok) return known;
			if (actor === null) return refuse({ code: 'notSignedIn' });
			const table = readPeopleFile(bytes, known.value);
			if (!table.ok) return table;
			const kept = { id: randomUUID(), at: clock(), table: table.value };
			files.delete(actor.personId);
			files.set(actor.personId, kept);
			const [oldest] = files.keys();
			if (files.size > KEPT.files && oldest !== undefined) files.delete(oldest);
			return ok({ id: kept.id });
		},
		async kept(actor, id) {
			const known = await parts(actor);
			if (!known.ok) return known;
			const kept = actor ? files.get(actor.personId) : undefined;
			const isHere = kept?.id === id && kept.at + KEPT.ms > clock();
			return isHere ? ok(kept) : refuse({ code: 'notFound' });
		},
		drop(actor) {
			if (actor) files.delete(actor.personId);
		}
	};
}
