import type { EditionModel } from './publication.ts';

/** What letters stand for, as the edition's list of abbreviations says it. */
export type Abbreviation = { short: string; name: string };

/**
 * The abbreviations that an edition's areas bring, those of what it takes in too, each once and in the
 * order of the alphabet. Two boards may have called two departments by the same letters: both are told.
 */
export function abbreviationsOf({ sections }: EditionModel): Abbreviation[] {
	const named = sections.flatMap(({ content }) => [
		...(content.departments ?? []),
		...(content.takenIn ?? []).flatMap(({ tables }) => tables.flatMap((one) => one.departments))
	]);
	const found = new Map<string, Abbreviation>();
	for (const { abbreviation, name } of named) {
		const short = abbreviation.trim();
		if (short !== '') found.set(`${short}\n${name}`, { short, name });
	}
	const { compare } = new Intl.Collator('sv');
	return [...found.values()].sort((a, b) => compare(a.short, b.short) || compare(a.name, b.name));
}
