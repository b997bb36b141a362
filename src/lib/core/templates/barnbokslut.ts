import type { Template } from '#core/template.ts';
import { appendix, conclusions, voices } from '#core/templates/barnbokslut/closing.ts';
import { current } from '#core/templates/barnbokslut/current.ts';
import { figures } from '#core/templates/barnbokslut/figures.ts';
import { intro, summary } from '#core/templates/barnbokslut/opening.ts';
import { followUp, plan } from '#core/templates/barnbokslut/promises.ts';
import { units } from '#core/templates/barnbokslut/units.ts';

/**
 * The annual child rights account. `municipal` is the report of a whole municipality (figures and
 * what the departments did, no analysis by article), `board` that of a nämnd (analysis by article,
 * no figures), `full` holds both and has 31 sections.
 *
 * Where several departments write one text together (follow-up, plan, preconditions) the coordinator
 * owns the section and shares it with them. Keys are stable: the same section is found by its key
 * from year to year, so a key is never changed or used for something else.
 */
export const barnbokslut: Template = {
	key: 'barnbokslut',
	version: 1,
	title: 'Barnbokslut',
	chapters: [intro, summary, figures, followUp, current, units, voices, conclusions, plan, appendix]
};
