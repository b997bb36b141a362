import { TEMPLATE_VARIANTS, type TemplateSection, type TemplateVariant } from '#core/template.ts';

/** The variants that hold chapters 3, 6 and 8: a report of the whole municipality. */
export const MUNICIPAL: TemplateVariant[] = ['municipal', 'full'];
/** The variants that analyse strengths and challenges by article: a report of a nämnd. */
export const BOARD: TemplateVariant[] = ['board', 'full'];

/**
 * A section with what most sections are: owned by the coordinator, in every variant, without fixed
 * text, and free to be left out.
 */
export function section(
	own: Pick<TemplateSection, 'key' | 'title' | 'help'> & Partial<TemplateSection>
): TemplateSection {
	return {
		owner: 'coordinator',
		articles: [],
		required: false,
		requiredBlocks: [],
		initial: [],
		variants: [...TEMPLATE_VARIANTS],
		...own
	};
}
