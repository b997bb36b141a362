import { groupingOf } from '../grouping.ts';
import type { ComparisonGroup, GroupReading, IndicatorReading } from '../indicator.ts';

/** Why what was said of a group then and now cannot be held side by side. */
export const GROUP_HINDRANCES = [
	'members', // others belong to it
	'membersUnknown', // who belongs to it is known in one of the editions alone
	'year', // a grouping of another year, and nobody says whether the members are the same
	'mean' // the source's mean in one, our own in the other
] as const;
export type GroupHindrance = (typeof GROUP_HINDRANCES)[number];

/** How the municipality stood to a group in each edition. */
export type GroupChange = {
	/** As the newer edition has it, where it does. */
	group: ComparisonGroup;
	/** Null where an edition does not compare with the group. */
	then: GroupReading | null;
	now: GroupReading | null;
	hindrances: GroupHindrance[];
	/** Members that the newer edition's group has and the older one's has not, and the reverse. */
	joined: string[];
	left: string[];
};

const says = (reading: GroupReading | undefined): GroupReading | null =>
	reading && (reading.level !== null || reading.outcome !== 'unknown') ? reading : null;

/** Every group that either edition says something about, those of the newer one first (I7). */
export function groupChanges(before: IndicatorReading, after: IndicatorReading): GroupChange[] {
	const groups = new Map(
		[...after.groups, ...before.groups.filter((b) => !has(after, b))].map(({ group }) => [
			group.id,
			group
		])
	);
	return [...groups.values()].flatMap((group): GroupChange[] => {
		const then = says(before.groups.find((one) => one.group.id === group.id));
		const now = says(after.groups.find((one) => one.group.id === group.id));
		if (!then && !now) return [];
		const change = { group, then, now, joined: [], left: [], hindrances: [] };
		return [then && now ? { ...change, ...hindrancesOf(then, now) } : change];
	});
}

const has = ({ groups }: IndicatorReading, { group }: GroupReading): boolean =>
	groups.some((one) => one.group.id === group.id);

function hindrancesOf(
	then: GroupReading,
	now: GroupReading
): Pick<GroupChange, 'hindrances' | 'joined' | 'left'> {
	const { kind } = now.group;
	// The country is the country, whoever counts it.
	if (kind === 'nation' || kind === 'allMunicipalities')
		return { hindrances: [], joined: [], left: [] };
	const [was, is] = [then, now].map(({ value, group }) => groupingOf(value ?? undefined, group));
	const [members, since] = [was?.members ?? [], is?.members ?? []];
	const joined = since.filter((name) => !members.includes(name));
	const left = members.filter((name) => !since.includes(name));
	const hindrances: GroupHindrance[] = [];
	if (members.length > 0 && since.length > 0) {
		if (joined.length + left.length > 0) hindrances.push('members');
	} else if (members.length + since.length > 0) hindrances.push('membersUnknown');
	else if (was?.year !== is?.year) hindrances.push('year');
	const [meanThen, meanNow] = [then.value?.basis?.mean, now.value?.basis?.mean];
	if (meanThen && meanNow && meanThen !== meanNow) hindrances.push('mean');
	const isNamed = hindrances.includes('members');
	return { hindrances, joined: isNamed ? joined : [], left: isNamed ? left : [] };
}
