import { clockTime, longDate, type Lang } from '#core/format.ts';
import { blacklineTexts } from '#messages/blackline.ts';
import type { VersionChoice } from '#server/views/version-choices.ts';

const when = (at: number, lang: Lang): string => `${longDate(at, lang)} ${clockTime(at, lang)}`;

/** What a version is called, with its date. */
export function choiceWords(choice: VersionChoice, lang: Lang): string {
	const t = blacklineTexts(lang).versions;
	switch (choice.kind) {
		case 'now':
			return t.now;
		case 'named':
			return t.named(choice.name, when(choice.at, lang));
		case 'edition':
			return t.edition(choice.title, choice.number, longDate(choice.at, lang));
		default:
			return t[choice.kind](when(choice.at, lang));
	}
}

/** The same where its date must be told in any case, as on paper. */
export const datedWords = (choice: VersionChoice, lang: Lang): string =>
	choice.kind === 'now'
		? `${choiceWords(choice, lang)}, ${blacklineTexts(lang).changedAt(when(choice.at, lang))}`
		: choiceWords(choice, lang);

/** The address of a picture of a version. */
export const imagesAt =
	(before: string) =>
	(id: string): string =>
		before + encodeURIComponent(id);
