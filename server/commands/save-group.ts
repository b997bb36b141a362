import type { GroupMember } from '#core/fetched.ts';
import { ALL_MUNICIPALITIES, GROUP_KINDS, NATION, type GroupKind } from '#core/comparison.ts';
import { sameGrouping } from '#core/grouping.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import {
	changeGroup,
	insertGroup,
	keepBasis,
	listKnownGroups
} from '#server/store/comparison-groups.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

export type GroupInput = {
	kind: string;
	name: string;
	/** The year of the grouping; null only for the nation and for all municipalities. */
	year: number | null;
	members: GroupMember[];
	/** The source's id of the group itself; empty for one of our own making. */
	externalId: string;
};

/**
 * Adds a comparison group (`groupId` null), or changes one (S10 by `version`). I7: the kind of a group
 * never changes, the nation and the unweighted mean of all municipalities are each their own, and every
 * other group has members and a year. The values that are there stay those of the old members.
 */
export const saveGroup: Command<
	{ by: string; groupId: string | null; version: number; input: GroupInput },
	{ groupId: string; version: number }
> = async (tx, { by, groupId, version, input }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'indicator.fetch', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const groups = await listKnownGroups(tx, municipalityId);
	const old = groups.find((g) => g.id === groupId);
	if (groupId !== null && !old) return refuse({ code: 'notFound' });
	if (old && old.version !== version)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });

	const kind = GROUP_KINDS.find((k): k is GroupKind => k === input.kind);
	const problems = problemsOf(input, kind);
	if (old && kind !== old.kind) problems.push({ field: 'kind', problem: 'kindStays' });
	const { year } = input;
	const name = input.name.trim();
	const externalId = input.externalId.trim() || null;
	const isTaken = groups.some(
		(g) =>
			g.id !== groupId &&
			((externalId !== null && g.externalId === externalId && g.year === year) ||
				(g.name === name && g.year === year))
	);
	if (isTaken && problems.length === 0) problems.push({ field: 'name', problem: 'taken' });
	if (problems.length > 0 || !kind) return refuse({ code: 'invalid', problems });

	const members = input.members.map((m) => m.title.trim());
	const memberIds = input.members.map((m) => m.id);
	const group = { name, year, members, memberIds, externalId };
	const id = groupId ?? context.newId();
	if (old && !sameGrouping(old, group)) await keepBasis(tx, old);
	if (!old) await insertGroup(tx, municipalityId, { id, kind, ...group });
	else if (!(await changeGroup(tx, municipalityId, id, version, group)))
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	await audit(tx, actor.value, context, {
		act: old ? 'group.change' : 'group.create',
		detail: { groupId: id, kind, ...group, ...(old ? { before: old } : {}) }
	});
	return ok({ groupId: id, version: old ? version + 1 : 1 });
};

const MOST_MEMBERS = 290;

function problemsOf(input: GroupInput, kind: GroupKind | undefined): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const no = (field: string, problem: string) => problems.push({ field, problem });
	const externalId = input.externalId.trim();
	const name = input.name.trim();
	if (!kind) no('kind', 'unknown');
	if (name === '') no('name', 'missing');
	if (name.length > 120) no('name', 'length');
	if (
		input.year !== null &&
		!(Number.isInteger(input.year) && input.year >= 1990 && input.year <= 2100)
	)
		no('year', 'year');
	if (externalId !== '' && !/^(?:0000|G\d{1,9})$/.test(externalId)) no('externalId', 'unknown');
	if (kind === 'nation' || kind === 'allMunicipalities') {
		if (externalId !== (kind === 'nation' ? NATION : ALL_MUNICIPALITIES))
			no('externalId', 'otherKind');
		// Its name says whom it counts.
		if (input.members.length > 0) no('members', 'otherKind');
		return problems;
	}
	if (externalId === NATION || externalId === ALL_MUNICIPALITIES) no('externalId', 'otherKind');
	if (input.year === null) no('year', 'year');
	if (input.members.length === 0) no('members', 'missing');
	if (input.members.length > MOST_MEMBERS) no('members', 'length');
	if (
		input.members.some((m) => !/^\d{4}$/.test(m.id) || m.title.trim() === '' || m.title.length > 80)
	)
		no('members', 'unknown');
	if (input.members.some((m) => m.id === NATION)) no('members', 'otherKind');
	if (new Set(input.members.map((m) => m.id)).size !== input.members.length) no('members', 'twice');
	return problems;
}
