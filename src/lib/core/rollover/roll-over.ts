import { followUpOf } from '../area-nodes.ts';
import { areaTablesOf, type AreaPurpose } from '../areas.ts';
import type { DocNode, EditionModel } from '../publication.ts';
import type { Template, TemplateSection } from '../template.ts';
import { barnbokslut } from '../templates/barnbokslut.ts';
import { firstContent } from './first-content.ts';
import { lastPlan, type NamedDepartment, type UnreadRow } from './last-plan.ts';
import { withFollowUp } from './with-follow-up.ts';

/** A section as it stands in last year's report today: what is carried of it. */
export type CarriedSection = {
	key: string;
	number: string;
	title: string;
	chapter: { key: string; number: string; title: string };
	/** The owning department; null when the coordinator owns it. */
	departmentId: string | null;
	articles: number[];
	required: boolean;
	requiredBlocks: string[];
	help: string[];
	sharedWith: string[];
	rowsOnly: string[];
};

export type RolledOver = {
	/** The new report's sections in order, each with what it begins with. */
	sections: (CarriedSection & { doc: DocNode })[];
	/** The section that follows up last year's plan; null when nothing was promised. */
	followUp: {
		key: string;
		number: string;
		title: string;
		/** Last year's report had no such section. */
		isNew: boolean;
		/** It could be left out last year and cannot now. */
		isRequiredNow: boolean;
		areas: number;
		measures: number;
	} | null;
	/** Rows of last year's plan that were not carried whole. */
	unread: UnreadRow[];
	/** Sections that had no place in the edition. */
	absent: { number: string; title: string }[];
};

/**
 * Y1, Y2: what next year's report is made of. `structure` is last year's report as it stands now,
 * `model` its newest edition, `template` the one that it was made from, where it is known.
 */
export function rollOver(last: {
	structure: CarriedSection[];
	model: EditionModel;
	template: Template | null;
	departments: NamedDepartment[];
	newId: () => string;
}): RolledOver {
	const { model } = last;
	const texts = new Map(model.sections.map(({ content }) => [content.key, content.doc]));
	const { areas, unread } = lastPlan(model, last.departments, last.newId);
	const fixed = new Map(templateSections(last.template).map((s) => [s.key, s.initial]));
	const isFollowUp = (s: CarriedSection) => holds(s, texts.get(s.key), 'followUp');
	const isPlan = (s: CarriedSection) => holds(s, texts.get(s.key), 'plan');
	const before = new Map(last.structure.map((s) => [s.key, s]));
	const structure =
		areas.length === 0 || last.structure.some(isFollowUp)
			? last.structure
			: withFollowUp(
					last.structure,
					followUpSection(last.template),
					last.template ?? barnbokslut,
					isPlan
				);
	const place = areas.length === 0 ? undefined : structure.find(isFollowUp);
	const known = place && before.get(place.key);
	return {
		sections: structure.map((section) => {
			const content = {
				initial: fixed.get(section.key) ?? [],
				before: texts.get(section.key) ?? null,
				followUp: null,
				isPlan: isPlan(section)
			};
			if (section !== place) return { ...section, doc: firstContent(content) };
			const followUp = followUpOf(areas, followUpCaption(model.title));
			return {
				...section,
				required: true,
				requiredBlocks: [...new Set([...section.requiredBlocks, 'followUpTable'])],
				doc: firstContent({ ...content, followUp })
			};
		}),
		followUp: place
			? {
					key: place.key,
					number: place.number,
					title: place.title,
					isNew: known === undefined,
					isRequiredNow: known?.required === false,
					areas: areas.length,
					measures: areas.reduce((sum, area) => sum + area.measures.length, 0)
				}
			: null,
		unread,
		absent: last.structure
			.filter(({ key }) => !texts.has(key))
			.map(({ number, title }) => ({ number, title }))
	};
}

/** The report speaks Swedish, whatever language its tools speak. */
const followUpCaption = (title: string): string => `Utvecklingsområden från ${title}`;

const templateSections = (template: Template | null): TemplateSection[] =>
	template?.chapters.flatMap(({ sections }) => sections) ?? [];

/** The template's own section for follow-up; that of the barnbokslut where it has none. */
function followUpSection(template: Template | null): TemplateSection {
	const asked = ({ requiredBlocks }: TemplateSection) => requiredBlocks.includes('followUpTable');
	const found = templateSections(template).find(asked) ?? templateSections(barnbokslut).find(asked);
	if (!found) throw new Error('The template barnbokslut has no section for follow-up');
	return found;
}

/** True where a section is asked for such a table, or had one last year. */
function holds(section: CarriedSection, doc: DocNode | undefined, purpose: AreaPurpose): boolean {
	if (section.requiredBlocks.includes(`${purpose}Table`)) return true;
	return doc !== undefined && (hasAreas(doc, purpose) || hasTable(doc, purpose));
}

const hasAreas = (doc: DocNode, purpose: AreaPurpose): boolean =>
	areaTablesOf(doc).some((table) => table.purpose === purpose);

const hasTable = (node: DocNode, purpose: string): boolean =>
	(node.type === 'table' && node.attrs?.['purpose'] === purpose) ||
	(node.content ?? []).some((child) => hasTable(child, purpose));
