import { TEMPLATE_VARIANTS, type Template, type TemplateVariant } from './template.ts';
import { barnbokslut } from './templates/barnbokslut.ts';
import { genomlysning } from './templates/genomlysning.ts';
import { interpellationssvar } from './templates/interpellationssvar.ts';

/** The templates that we bring, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [barnbokslut, genomlysning, interpellationssvar];

/** The built-in template of that key; undefined for a municipality's own and for what is none. */
export const templateOf = (key: string): Template | undefined =>
	TEMPLATES.find((t) => t.key === key);

/** True where the template is several in one, of which a report is made of one. */
export const hasVariants = (template: Template): boolean =>
	template.chapters.some(({ sections }) =>
		sections.some(({ variants }) => variants.length < TEMPLATE_VARIANTS.length)
	);

/** The template as one variant has it, every section of which is in every variant of the result. */
export const ofVariant = (template: Template, variant: TemplateVariant): Template => ({
	...template,
	chapters: template.chapters
		.map((chapter) => ({
			...chapter,
			sections: chapter.sections
				.filter((s) => s.variants.includes(variant))
				.map((s) => ({ ...s, variants: [...TEMPLATE_VARIANTS] }))
		}))
		.filter(({ sections }) => sections.length > 0)
});
