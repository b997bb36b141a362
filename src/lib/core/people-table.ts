import type { Role } from './access.ts';
import type { Lang } from './format.ts';
import { nameProblem, readEmail, tidyName } from './person-fields.ts';
import { refuse, ok, type Result } from './result.ts';
import { fold, type Cell } from './values-table.ts';
import type { WrittenCell } from './values-table-write.ts';

/**
 * People as a table of a spreadsheet: a row is one role of one person. What comes of reading one is held
 * against what is stored where that is known (`people-compare.ts`).
 */

export const PEOPLE_LIMITS = {
	/** Of the file. */
	bytes: 1024 * 1024,
	/** Below the head. */
	rows: 2000,
	columns: 50,
	/** Characters of a cell. */
	cell: 500,
	/** Problems that are told one by one; the others are counted. */
	problems: 200
};

const COLUMNS = ['name', 'email', 'role', 'department', 'authority'] as const;
export type PeopleColumn = (typeof COLUMNS)[number];

/** What heads a column, as it is written, and what else people write. */
const HEADS: Record<PeopleColumn, { sv: string; en: string; others: string[] }> = {
	name: { sv: 'Namn', en: 'Name', others: ['för- och efternamn', 'full name'] },
	email: {
		sv: 'E-post',
		en: 'E-mail',
		others: ['epost', 'e-postadress', 'epostadress', 'mejl', 'mail', 'email', 'e-mail address']
	},
	role: { sv: 'Roll', en: 'Role', others: ['behörighet'] },
	department: { sv: 'Förvaltning', en: 'Department', others: ['avdelning', 'kontor'] },
	authority: { sv: 'Nämnd', en: 'Authority', others: ['styrelse', 'board', 'committee'] }
};
export const headOf = (column: PeopleColumn, lang: Lang): string => HEADS[column][lang];

export const peopleColumnOf = (head: string): PeopleColumn | undefined =>
	COLUMNS.find((column) => {
		const { sv, en, others } = HEADS[column];
		return [sv, en, ...others].some((known) => fold(known) === fold(head));
	});

const ROLE_WORDS: Record<Role, { sv: string; en: string; others: string[] }> = {
	writer: { sv: 'skribent', en: 'writer', others: ['författare'] },
	coordinator: { sv: 'samordnare', en: 'coordinator', others: [] },
	councilMember: { sv: 'ledamot', en: 'council member', others: ['förtroendevald', 'politiker'] },
	administrator: { sv: 'administratör', en: 'administrator', others: ['admin'] }
};
const ROLES_IN_TABLES = ['writer', 'coordinator', 'councilMember', 'administrator'] as const;
export const roleWord = (role: Role, lang: Lang): string => ROLE_WORDS[role][lang];
const roleOf = (text: string): Role | undefined =>
	ROLES_IN_TABLES.find((role) => {
		const { sv, en, others } = ROLE_WORDS[role];
		return [sv, en, ...others].includes(fold(text));
	});

export type PeopleProblem =
	| 'nameMissing'
	| 'nameLength'
	| 'unseen'
	| 'emailMissing'
	| 'email'
	| 'roleMissing'
	| 'roleUnknown'
	| 'departmentMissing' // a writer without one
	| 'departmentUnknown'
	| 'departmentAmbiguous' // two departments are called so
	| 'authorityMissing' // a coordinator without one
	| 'authorityUnknown'
	| 'nameDiffers' // another row calls the same address otherwise
	| 'isClosed' // the account is closed
	| 'otherInstallation'; // the address is in use where this administrator sees nothing

/** What is wrong in a row, counted as a spreadsheet does, the head being the first. */
export type PeopleRowProblem = {
	row: number;
	column: PeopleColumn;
	problem: PeopleProblem;
	/** What stands there; for `nameDiffers` the number of the other row. */
	found: string;
};

export type PeopleFileProblem =
	| 'empty'
	| 'tooLarge'
	| 'tooManyRows'
	| 'notText'
	| 'quotes'
	| 'isExcel'
	| 'noPeopleHead'
	| 'columnTwice';

export type ProposedGrant = {
	role: Role;
	departmentId: string | null;
	authorityId: string | null;
};

/** A person as the rows of a table propose them; `row` is the first of them. */
export type ProposedPerson = { row: number; name: string; email: string; grants: ProposedGrant[] };

export type PeopleTable = {
	people: ProposedPerson[];
	/** Rows with anything in them, below the head. */
	rows: number;
	/** Rows with something wrong; their people are not among `people` by them. */
	wrong: number;
	problems: PeopleRowProblem[];
};

/** What names can be understood by: nothing that is closed. */
export type KnownParts = {
	departments: { id: string; name: string; abbreviation: string; authorityId: string }[];
	authorities: { id: string; name: string }[];
};

const no = (problem: PeopleFileProblem): Result<never> =>
	refuse({ code: 'invalid', problems: [{ field: 'file', problem }] });

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();

/** Reads a table with a head row as proposed people; what shuts it out is refused at field `file`. */
export function readPeople(cells: Cell[][], known: KnownParts): Result<PeopleTable> {
	const isBlank = (row: Cell[]) => row.every((cell) => textOf(cell) === '');
	const headAt = cells.findIndex((row) => !isBlank(row));
	if (headAt < 0) return no('empty');
	const at = new Map<PeopleColumn, number>();
	for (const [i, cell] of (cells[headAt] ?? []).entries()) {
		const column = peopleColumnOf(textOf(cell));
		if (column === undefined) continue;
		if (at.has(column)) return no('columnTwice');
		at.set(column, i);
	}
	if (!(['name', 'email', 'role'] as const).every((column) => at.has(column)))
		return no('noPeopleHead');
	const rows = cells
		.map((row, i) => ({ row, number: i + 1 }))
		.slice(headAt + 1)
		.filter(({ row }) => !isBlank(row));
	if (rows.length > PEOPLE_LIMITS.rows) return no('tooManyRows');
	if (rows.length === 0) return no('empty');
	const table: PeopleTable = { people: [], rows: rows.length, wrong: 0, problems: [] };
	const byEmail = new Map<string, ProposedPerson>();
	for (const { row, number } of rows)
		readRow((column) => textOf(row[at.get(column) ?? -1]), number, { known, table, byEmail });
	return ok({ ...table, people: [...byEmail.values()] });
}

function readRow(
	cell: (column: PeopleColumn) => string,
	row: number,
	to: { known: KnownParts; table: PeopleTable; byEmail: Map<string, ProposedPerson> }
): void {
	const { table, byEmail } = to;
	const slips: PeopleRowProblem[] = [];
	const wrong = (column: PeopleColumn, problem: PeopleProblem, found = cell(column)) =>
		slips.push({ row, column, problem, found: found.slice(0, 80) });
	const name = tidyName(cell('name'));
	const wrongName = nameProblem(name);
	if (wrongName) wrong('name', wrongName === 'missing' ? 'nameMissing' : wrongName);
	const email = readEmail(cell('email'));
	if (email === null) wrong('email', cell('email') === '' ? 'emailMissing' : 'email');
	const grant = readGrant(cell, to.known, wrong);
	const other = email === null ? undefined : byEmail.get(email);
	if (other && other.name !== name) wrong('name', 'nameDiffers', String(other.row));
	if (slips.length > 0 || email === null || grant === null) {
		table.wrong += 1;
		table.problems.push(...slips.slice(0, PEOPLE_LIMITS.problems - table.problems.length));
		return;
	}
	const person = other ?? { row, name, email, grants: [] };
	byEmail.set(email, person);
	const isSame = (g: ProposedGrant) => JSON.stringify(g) === JSON.stringify(grant);
	if (!person.grants.some(isSame)) person.grants.push(grant);
}

function readGrant(
	cell: (column: PeopleColumn) => string,
	known: KnownParts,
	wrong: (column: PeopleColumn, problem: PeopleProblem) => void
): ProposedGrant | null {
	const role = roleOf(cell('role'));
	const grant = { role, departmentId: null, authorityId: null };
	if (role === undefined) {
		wrong('role', cell('role') === '' ? 'roleMissing' : 'roleUnknown');
		return null;
	}
	const named = (column: 'department' | 'authority') => fold(cell(column));
	const authorities = known.authorities.filter(({ name }) => fold(name) === named('authority'));
	if (role === 'writer') {
		const asked = named('department');
		const all = known.departments.filter(
			({ name, abbreviation }) => asked !== '' && [fold(name), fold(abbreviation)].includes(asked)
		);
		// Departments of two authorities may be called the same: the authority tells them apart.
		const fits = all.filter((d) => authorities.some(({ id }) => id === d.authorityId));
		const [one, another] = all.length > 1 ? fits : all;
		if (asked === '') wrong('department', 'departmentMissing');
		else if (all.length === 0) wrong('department', 'departmentUnknown');
		else if (!one || another) wrong('department', 'departmentAmbiguous');
		else return { ...grant, role, departmentId: one.id };
		return null;
	}
	if (role !== 'coordinator') return { ...grant, role };
	const [authority] = authorities;
	if (authority) return { ...grant, role, authorityId: authority.id };
	wrong('authority', named('authority') === '' ? 'authorityMissing' : 'authorityUnknown');
	return null;
}

/** A table to fill in, with an example of each role that says what belongs to it. */
export function peopleTemplateRows(known: KnownParts, lang: Lang): WrittenCell[][] {
	const [department] = known.departments;
	const [authority] = known.authorities;
	const example =
		lang === 'sv'
			? ['Anna Exempel', 'anna.exempel@kommun.example']
			: ['Anna Example', 'anna.example@municipality.example'];
	return [
		COLUMNS.map((column) => headOf(column, lang)),
		[...example, roleWord('writer', lang), department?.name ?? '', ''],
		[...example, roleWord('coordinator', lang), '', authority?.name ?? '']
	];
}
