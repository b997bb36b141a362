import type { Lang } from '#core/format.ts';
import {
	peopleTemplateRows,
	type KnownParts,
	type PeopleRowProblem,
	type PeopleTable,
	type ProposedGrant
} from '#core/people-table.ts';
import { ok } from '#core/result.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { comparedPeople, knownParts } from '#server/store/people-imported.ts';
import type { View } from './index.ts';
import { lookingAtPeople } from './people-parts.ts';

/** A person of a table, with the names of what their roles are for. */
export type PreviewPerson = {
	row: number;
	name: string;
	email: string;
	nameBefore: string | null;
	grants: { role: ProposedGrant['role']; of: string }[];
};

export type PeoplePreview = {
	fresh: PreviewPerson[];
	changed: PreviewPerson[];
	same: number;
	/** Rows with something wrong, and what is wrong with the first of them. */
	wrong: number;
	problems: PeopleRowProblem[];
	rows: number;
	/** To be sent back with the decision (S10). */
	seen: string;
};

/** What a table of people would do. */
export const peopleImport: View<{ table: PeopleTable }, PeoplePreview> = async (
	tx,
	actor,
	{ table }
) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const { fresh, changed, same, problems, seen } = await comparedPeople(
		tx,
		municipalityId,
		table.people
	);
	const known = await knownParts(tx, municipalityId);
	const names = new Map([...known.departments, ...known.authorities].map((p) => [p.id, p.name]));
	const shown = ({ role, departmentId, authorityId }: ProposedGrant) => ({
		role,
		of: names.get(departmentId ?? authorityId ?? '') ?? ''
	});
	return ok({
		fresh: fresh.map(({ row, name, email, grants }) => ({
			row,
			name,
			email,
			nameBefore: null,
			grants: grants.map(shown)
		})),
		changed: changed.map(({ proposed: { row, name, email }, nameBefore, added }) => ({
			row,
			name,
			email,
			nameBefore,
			grants: added.map(shown)
		})),
		same,
		wrong: table.wrong + problems.length,
		problems: [...table.problems, ...problems].sort((a, b) => a.row - b.row),
		rows: table.rows,
		seen
	});
};

/** What the names in a table can mean. */
export const peopleParts: View<null, KnownParts> = async (tx, actor) => {
	const allowed = lookingAtPeople(actor);
	return allowed.ok ? ok(await knownParts(tx, allowed.value.municipalityId)) : allowed;
};

/** A table to fill in. */
export const peopleTemplate: View<{ lang: Lang }, { rows: WrittenCell[][] }> = async (
	tx,
	actor,
	{ lang }
) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	return ok({ rows: peopleTemplateRows(await knownParts(tx, allowed.value.municipalityId), lang) });
};
