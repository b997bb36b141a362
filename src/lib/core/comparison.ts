import type { ComparisonGroup } from './indicator.ts';

/** I7: who is compared with. The two that count the whole country are different things. */

export type GroupKind = ComparisonGroup['kind'];
export const GROUP_KINDS = [
	'similar',
	'nation',
	'allMunicipalities',
	'own'
] as const satisfies GroupKind[];

/** The nation's own value, as Kolada publishes it: each child counts once. */
export const NATION = '0000';
/** The unweighted mean of all municipalities: each municipality counts once. */
export const ALL_MUNICIPALITIES = 'G2328';

/** What a group that a source offers is, by its id and title. */
export function kindOfGroup(id: string, title: string): GroupKind {
	if (id === NATION) return 'nation';
	if (id === ALL_MUNICIPALITIES) return 'allMunicipalities';
	return /^liknande kommuner\b/i.test(title.trim()) ? 'similar' : 'own';
}
