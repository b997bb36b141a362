import type { Hinder } from '#core/result.ts';
import { hinderWords } from '#messages/hinders.ts';
import type { Lang } from '#messages/index.ts';
import { kindsTexts } from '#messages/kinds.ts';

/** A hinder as a sentence, with the names of fields, which the page where people write does without. */
export function hinderLine(hinder: Hinder, lang: Lang): string {
	if (hinder.what !== 'metaMissing') return hinderWords(hinder, lang);
	const { missing, field } = kindsTexts(lang);
	return missing(field[hinder.field]);
}
