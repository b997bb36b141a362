import { areaTablesOf, type Area, type AreaTable } from '../areas.ts';
import type { DocNode } from '../publication.ts';
import type { ReadSection } from './checked.ts';
import { digest, excerptOf, finding, type Finding, type FindingCode } from './finding.ts';

/** Y2, Y4: promises that nobody can follow up, and a follow-up that leaves measures out. */

/** The title's path, which stands where the row does: there the words are written. */
export function titlePath(doc: DocNode, { path }: Area): number[] {
	const node = path.reduce<DocNode | undefined>((at, i) => at?.content?.[i], doc);
	const title = node?.content?.findIndex(({ type }) => type === 'areaTitle') ?? -1;
	return title < 0 ? path : [...path, title];
}

const NAMELESS = '–';
export const namesOf = (areas: Area[]): string =>
	areas.map(({ title }) => (title === '' ? NAMELESS : title)).join('; ');

/** One finding for all such rows of a table, at the first: a new table would else be full of them. */
function atFirst(
	code: FindingCode,
	{ sectionId, doc }: ReadSection,
	areas: Area[],
	params: Record<string, string>
): Finding[] {
	const [first] = areas;
	if (!first) return [];
	const names = namesOf(areas);
	const content = digest([code, ...areas.map(({ id }) => id), names].join('\n'));
	return [
		finding(code, { sectionId, path: titlePath(doc, first) }, content, excerptOf(names), params)
	];
}

function ofPlan(section: ReadSection, { areas }: AreaTable): Finding[] {
	const total = String(areas.length);
	const all = (missing: Area[]) => ({ count: String(missing.length), total });
	const undone = areas.filter(({ measures }) => measures.every(({ text }) => text === ''));
	const nobodys = areas.filter(
		({ departments, responsible }) => departments.length === 0 && responsible.trim() === ''
	);
	return [
		...atFirst('areaWithoutMeasure', section, undone, all(undone)),
		...atFirst('areaWithoutDepartment', section, nobodys, all(nobodys))
	];
}

function ofFollowUp(section: ReadSection, { areas }: AreaTable): Finding[] {
	const open = areas.filter(({ measures }) => measures.some(({ status }) => status === null));
	const count = open.flatMap(({ measures }) => measures.filter((m) => m.status === null)).length;
	return atFirst('measureWithoutStatus', section, open, { count: String(count) });
}

/** Results that follow from a measure that has been taken away since. */
function ofResults({ sectionId, doc }: ReadSection, { areas }: AreaTable): Finding[] {
	return areas.flatMap((area) => {
		const known = new Set(area.measures.map(({ id }) => id));
		const row = area.path.reduce<DocNode | undefined>((at, i) => at?.content?.[i], doc);
		return area.results.flatMap(({ node, text }) => {
			const named = node.attrs?.['measures'];
			if (!Array.isArray(named) || named.every((id) => known.has(id as string))) return [];
			const path = [...area.path, row?.content?.indexOf(node) ?? 0];
			const content = digest([text, ...(named as string[])].join('\n'));
			return [finding('resultWithoutMeasure', { sectionId, path }, content, excerptOf(text))];
		});
	});
}

export const areas = (section: ReadSection): Finding[] =>
	areaTablesOf(section.doc).flatMap((table) => [
		...(table.purpose === 'plan' ? ofPlan(section, table) : ofFollowUp(section, table)),
		...ofResults(section, table)
	]);
