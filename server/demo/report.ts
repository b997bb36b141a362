import type { Decision, DocNode } from '#core/publication.ts';
import type { SectionState } from '#core/section.ts';
import { sectionsOf, type TemplateVariant } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import type { DemoPersonKey, DepartmentRole } from '#server/demo/people.ts';

/** One section of a demo report: what it says, how far it has come and through whom. */
export type DemoSection = {
	key: string;
	doc: DocNode;
	state: SectionState;
	/** Whose text it is. */
	writtenBy: DemoPersonKey;
	submittedBy: DemoPersonKey | null;
	approvedBy: DemoPersonKey | null;
	/** The departments that write in it beside its owner. */
	sharedWith: DepartmentRole[];
};

export type DemoReport = {
	variant: TemplateVariant;
	title: string;
	slug: string;
	reportYear: number;
	/** Null for a report that is not adopted. */
	decision: Decision | null;
	/** In the order of the variant; every section of it, once. */
	sections: DemoSection[];
	/** The indicators that its summary counts, in order. */
	indicatorIds: string[];
};

/** Sections that all departments write together although the coordinator owns them. */
const SHARED = ['followUp', 'current.preconditions', 'voices', 'plan'];
const DEPARTMENTS: DepartmentRole[] = ['education', 'social', 'culture'];

/**
 * The sections of a variant with their documents, in order. The writer is who owns the section; the
 * coordinator approves, except what she wrote herself, which her deputy does (A7).
 * @throws Error when a section has no document or a document no section: the demo is incomplete
 */
export function demoSections(
	variant: TemplateVariant,
	docs: Record<string, DocNode>,
	stateOf: (key: string) => SectionState
): DemoSection[] {
	const sections = sectionsOf(barnbokslut, variant);
	const keys = new Set(sections.map((s) => s.key));
	const foreign = Object.keys(docs).filter((key) => !keys.has(key));
	if (foreign.length > 0) throw new Error(`The variant ${variant} has no ${foreign.join(', ')}`);
	return sections.map(({ key, owner }) => {
		const doc = docs[key];
		if (doc === undefined) throw new Error(`No document for ${key}`);
		const state = stateOf(key);
		return {
			key,
			doc,
			state,
			writtenBy: owner as DemoPersonKey, // The template's roles are the keys of their writers.
			submittedBy: state === 'draft' ? null : (owner as DemoPersonKey),
			approvedBy:
				state === 'approved' ? (owner === 'coordinator' ? 'deputy' : 'coordinator') : null,
			sharedWith: SHARED.includes(key) ? DEPARTMENTS : []
		};
	});
}
