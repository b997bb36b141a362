import type { Lang } from './format.ts';
import type { ComparisonGroup } from './indicator.ts';

/** What groups that are not a municipality's own are called in English; Swedish names are the group's. */
const ENGLISH: Record<Exclude<ComparisonGroup['kind'], 'own'>, string> = {
	similar: 'similar municipalities',
	nation: 'Sweden as a whole',
	allMunicipalities: 'the unweighted mean of all municipalities'
};

/** A group's name within a sentence. */
export const groupName = ({ kind, name }: ComparisonGroup, lang: Lang): string =>
	lang === 'sv' || kind === 'own' ? name : ENGLISH[kind];
