import type { GroupMember, KnownGroup } from '#core/fetched.ts';
import { ok, type Refusal, type Result } from '#core/result.ts';

type Asking = Pick<App.Locals, 'app' | 'actor'>;
type Found = { members: GroupMember[]; unknown: string[] };

const folded = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('sv');

/** The members of all groups by name, with the source's ids, where those are known. */
function knownMembers(groups: readonly KnownGroup[]): Map<string, GroupMember> {
	const known = new Map<string, GroupMember>();
	for (const { members, memberIds } of groups)
		for (const [i, title] of members.entries()) {
			const id = memberIds[i] ?? '';
			if (id !== '') known.set(folded(title), { id, title });
		}
	return known;
}

/**
 * The municipalities that somebody has named, one a line or parted by commas, in that order. Who is in a
 * group already is known; the source is asked about the others alone, so that a member can be taken away
 * while it does not answer.
 */
export async function namedMembers({ app, actor }: Asking, typed: string): Promise<Result<Found>> {
	const groups = await app.views.comparisonGroups(actor, null);
	if (!groups.ok) return groups;
	const names = typed
		.split(/[,;\n]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	const known = knownMembers(groups.value);
	const asked = names.filter((name) => !known.has(folded(name)));
	const answer = asked.length === 0 ? null : await app.kolada.findMembers(actor, asked);
	if (answer?.ok === false) return answer;
	for (const one of answer?.value.members ?? []) known.set(folded(one.title), one);
	const members = names.flatMap((name) => known.get(folded(name)) ?? []);
	return ok({ members, unknown: answer?.value.unknown ?? [] });
}

/** What is said of names that nobody has. */
export const unknownMembers: Refusal = {
	code: 'invalid',
	problems: [{ field: 'members', problem: 'unknown' }]
};
