import type { Area, MeasureStatus } from './areas.ts';
import { likenessOf, type Likeness } from './lineage-likeness.ts';
import type { LineageKind, LineageLink } from './lineage.ts';

/** How sure a proposal is; what ends or begins is never sure, for nothing shows what is not there. */
export const SURENESS = ['sure', 'likely', 'unsure'] as const;
export type Sureness = (typeof SURENESS)[number];

/** What a proposal rests on. */
export const LINEAGE_REASONS = [
	'sameName',
	'nameWithin',
	'nameAlike',
	'sameMeasures',
	'measuresAlike',
	'sameDepartments',
	'sharedDepartments',
	'otherDepartments',
	'sameRow', // the row has the same id on both sides
	'others', // another area is nearly as alike
	'noSuccessor',
	'noPredecessor',
	'completed',
	'started',
	'notStarted',
	'stopped',
	'statusUnknown'
] as const;
export type LineageReason = (typeof LINEAGE_REASONS)[number];

export type Proposal = LineageLink & { sureness: Sureness; reasons: LineageReason[] };

/** From here on two areas may be one concern. */
const ALIKE = 0.4;
/** What joins a pair that has found each other must be no less than this; a name that has its own, more. */
const JOINS = 0.45;
const JOINS_SAME_NAME = 0.7;
const LIKELY = 0.65;
/** Closer than this the second is as good as the first. */
const CLOSE = 0.1;

type Group = { from: number[]; to: number[]; strongest: Likeness; weakest: Likeness };

/**
 * Y3: where the areas `followed` may have gone among those `planned`. Each area of both sides stands in
 * exactly one proposal, in the order of the follow-up, then of the plan. It claims nothing: names,
 * departments and measures being alike is all it knows, and a person decides.
 */
export function proposeLineage(followed: Area[], planned: Area[]): Proposal[] {
	const like = likenessOf(followed, planned);
	const groups = grouped(followed.length, planned.length, like);
	const isTaken = (side: 'from' | 'to', i: number) => groups.some((g) => g[side].includes(i));
	const best = (scores: Likeness[]) => Math.max(0, ...scores.map(({ score }) => score));
	const ended = followed.flatMap((area, i) =>
		isTaken('from', i)
			? []
			: [{ at: i, proposal: endOf(area, best(planned.map((_, j) => like(i, j)))) }]
	);
	const begun = planned.flatMap((area, j) =>
		isTaken('to', j) ? [] : [newOf(area, best(followed.map((_, i) => like(i, j))))]
	);
	const met = groups.map((group) => ({
		at: Math.min(...group.from),
		proposal: meeting(group, followed, planned, like)
	}));
	const ways = [...met, ...ended].sort((a, b) => a.at - b.at);
	return [...ways.map(({ proposal }) => proposal), ...begun];
}

/** Pairs that are most alike find each other first; then others join them, on one side alone. */
function grouped(
	followed: number,
	planned: number,
	like: (from: number, to: number) => Likeness
): Group[] {
	const pairs: { from: number; to: number; likeness: Likeness }[] = [];
	for (let from = 0; from < followed; from += 1)
		for (let to = 0; to < planned; to += 1) {
			const likeness = like(from, to);
			if (likeness.score >= ALIKE) pairs.push({ from, to, likeness });
		}
	pairs.sort((a, b) => b.likeness.score - a.likeness.score || a.from - b.from || a.to - b.to);
	const groups: Group[] = [];
	for (const { from, to, likeness } of pairs) {
		const before = groups.find((group) => group.from.includes(from));
		const after = groups.find((group) => group.to.includes(to));
		if (!before && !after)
			groups.push({ from: [from], to: [to], strongest: likeness, weakest: likeness });
		else if (!before && after?.to.length === 1 && joins(likeness, after)) {
			after.from.push(from);
			after.weakest = likeness;
		} else if (!after && before?.from.length === 1 && joins(likeness, before)) {
			before.to.push(to);
			before.weakest = likeness;
		}
	}
	for (const { from, to } of groups) for (const side of [from, to]) side.sort((a, b) => a - b);
	return groups;
}

/** A name that has found itself is whole: another is joined to it only by what is to be done. */
const joins = ({ score, departments, measures }: Likeness, { strongest }: Group): boolean =>
	departments !== 'other' &&
	score >= JOINS &&
	(!strongest.sameName || (score >= JOINS_SAME_NAME && measures >= ALIKE));

/** What a group of areas that are alike comes to. */
function meeting(
	{ from, to, strongest, weakest }: Group,
	followed: Area[],
	planned: Area[],
	like: (from: number, to: number) => Likeness
): Proposal {
	const ids = (areas: Area[], chosen: number[]) => chosen.flatMap((i) => areas[i]?.id ?? []);
	const rivals = [
		...from.flatMap((i) => planned.flatMap((_, j) => (to.includes(j) ? [] : [like(i, j)]))),
		...to.flatMap((j) => followed.flatMap((_, i) => (from.includes(i) ? [] : [like(i, j)])))
	];
	const isContested = rivals.some(({ score }) => score > weakest.score - CLOSE);
	const kind = kindOf(from.length, to.length, strongest);
	return {
		kind,
		from: ids(followed, from),
		to: ids(planned, to),
		sureness: sureness(kind, weakest, isContested),
		reasons: [
			...new Set([
				...reasonsOf(strongest),
				...reasonsOf(weakest),
				...(isContested ? (['others'] as const) : [])
			])
		]
	};
}

function kindOf(from: number, to: number, likeness: Likeness): LineageKind {
	if (from > 1) return 'merged';
	if (to > 1) return 'split';
	if (likeness.sameName) return 'kept';
	const { nameWithin, sameMeasures, name } = likeness;
	return nameWithin || sameMeasures || name >= NEARLY_THE_NAME ? 'renamed' : 'reshaped';
}

/** From here on another wording is the same name: "Öka …" and "Stärka barns delaktighet". */
const NEARLY_THE_NAME = 0.75;

function sureness(kind: LineageKind, likeness: Likeness, isContested: boolean): Sureness {
	if (isContested) return 'unsure';
	if (kind === 'kept' && likeness.departments !== 'other') return 'sure';
	return kind === 'kept' || likeness.score >= LIKELY ? 'likely' : 'unsure';
}

function reasonsOf(likeness: Likeness): LineageReason[] {
	const { sameName, nameWithin, name, sameMeasures, measures, departments, sameId } = likeness;
	const reasons: LineageReason[] = [];
	if (sameName) reasons.push('sameName');
	else if (nameWithin) reasons.push('nameWithin');
	else if (name >= ALIKE) reasons.push('nameAlike');
	if (sameMeasures) reasons.push('sameMeasures');
	else if (measures >= ALIKE) reasons.push('measuresAlike');
	if (departments === 'same') reasons.push('sameDepartments');
	if (departments === 'shared') reasons.push('sharedDepartments');
	if (departments === 'other') reasons.push('otherDepartments');
	if (sameId) reasons.push('sameRow');
	return reasons;
}

/** How close something must have been for an end or a beginning to be doubted. */
const DOUBT = 0.3;
const likelyUnless = (closest: number): Sureness => (closest >= DOUBT ? 'unsure' : 'likely');

const SAID: Record<MeasureStatus, LineageReason> = {
	completed: 'completed',
	started: 'started',
	notStarted: 'notStarted',
	stopped: 'stopped',
	unknown: 'statusUnknown'
};

/** An area that has no successor: finished when it was completed, else dropped, begun or not. */
const endOf = ({ id, status }: Area, closest: number): Proposal => ({
	kind: status === 'completed' ? 'finished' : 'dropped',
	from: [id],
	to: [],
	sureness: status === null || status === 'unknown' ? 'unsure' : likelyUnless(closest),
	reasons: [
		'noSuccessor',
		SAID[status ?? 'unknown'],
		...(closest >= DOUBT ? (['others'] as const) : [])
	]
});

const newOf = ({ id }: Area, closest: number): Proposal => ({
	kind: 'new',
	from: [],
	to: [id],
	sureness: likelyUnless(closest),
	reasons: ['noPredecessor', ...(closest >= DOUBT ? (['others'] as const) : [])]
});
