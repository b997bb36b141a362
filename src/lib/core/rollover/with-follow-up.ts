import type { Template, TemplateSection } from '../template.ts';
import type { CarriedSection } from './roll-over.ts';

/**
 * A structure with a section for follow-up where the template has one: before the first section of a
 * chapter that comes later there, else before the plan, else last. All are numbered anew.
 */
export function withFollowUp(
	structure: CarriedSection[],
	section: TemplateSection,
	template: Template,
	isPlan: (section: CarriedSection) => boolean
): CarriedSection[] {
	const chapters = template.chapters.map(({ key }) => key);
	const own = template.chapters.find((chapter) =>
		chapter.sections.some(({ key }) => key === section.key)
	);
	const later = new Set(own ? chapters.slice(chapters.indexOf(own.key) + 1) : []);
	const taken = (key: string) => structure.some((s) => s.key === key || s.chapter.key === key);
	const free = (key: string): string => {
		let name = key;
		for (let n = 2; taken(name); n += 1) name = `${key}-${n}`;
		return name;
	};
	const key = free(section.key);
	const added: CarriedSection = {
		key,
		number: '',
		title: section.title,
		chapter: { key, number: '', title: section.title },
		departmentId: null,
		articles: section.articles,
		required: true,
		requiredBlocks: section.requiredBlocks,
		help: section.help,
		sharedWith: [],
		rowsOnly: []
	};
	const places = [
		structure.findIndex((s) => later.has(s.chapter.key)),
		structure.findIndex(isPlan)
	];
	const at = places.find((place) => place >= 0) ?? structure.length;
	return numbered([...structure.slice(0, at), added, ...structure.slice(at)]);
}

/**
 * Numbers without gaps, as templates have them (`sectionsOf`): the chapter's own text, where it stands
 * first, and a section alone in its chapter bear the chapter's number.
 */
function numbered(sections: CarriedSection[]): CarriedSection[] {
	const chapters = [...new Set(sections.map(({ chapter }) => chapter.key))];
	return sections.map((section) => {
		const { key } = section.chapter;
		const number = String(chapters.indexOf(key) + 1);
		const all = sections.filter(({ chapter }) => chapter.key === key);
		const hasOwn = all[0]?.key === key;
		const place = all.indexOf(section) + (hasOwn ? 0 : 1);
		const isChapters = all.length === 1 || place === 0;
		return {
			...section,
			chapter: { ...section.chapter, number },
			number: isChapters ? number : `${number}.${place}`
		};
	});
}
