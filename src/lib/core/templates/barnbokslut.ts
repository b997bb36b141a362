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
 * no figures), `full` holds both and has 32 sections.
 *
 * Where several departments write one text together (follow-up, plan, preconditions) the coordinator
 * owns the section and shares it with them. Keys are stable: the same section is found by its key
 * from year to year, so a key is never changed or used for something else. A report is made once, of the
 * version that it keeps, and its sections are its own from then on: another version changes no report.
 * Version 2 added the easy-read summary.
 */
export const barnbokslut: Template = {
	key: 'barnbokslut',
	version: 2,
	kind: 'barnbokslut',
	title: 'Barnbokslut',
	chapters: [intro, summary, figures, followUp, current, units, voices, conclusions, plan, appendix]
};
