import { STATUS_WORDS } from '#core/area-words.ts';
import type { Area, Measure } from '#core/areas.ts';
import type { DocNode, FixedDepartment } from '#core/publication.ts';
import { shownAreas } from '#core/shown-areas.ts';
import { dataTexts } from '#messages/data.ts';

const heads = dataTexts('sv').areas;
type Head = keyof typeof heads;

export type AreaLines = {
	purpose: 'plan' | 'followUp';
	caption: string;
	/** By the heads of the file. */
	lines: Map<string, string>[];
};

/** Between the names of a list: names hold commas. */
const BETWEEN = '; ';

/**
 * A table of areas, a line for each measure; an area without measures has one line of its own. The code
 * of a status is the model's and stays what it is, whatever the Swedish word becomes.
 */
export function areaLines(node: DocNode, departments: FixedDepartment[]): AreaLines {
	const { purpose, caption, areas } = shownAreas(node);
	const names = new Map(departments.map(({ id, name }) => [id, name]));
	return {
		purpose,
		caption: caption.trim(),
		lines: areas.flatMap((area) => {
			const measures = area.measures.length === 0 ? [null] : area.measures;
			return measures.map((measure) => lineOf(area, measure, purpose === 'followUp', names));
		})
	};
}

function lineOf(
	area: Area,
	measure: Measure | null,
	isFollowed: boolean,
	names: Map<string, string>
): Map<string, string> {
	const status = isFollowed && measure ? (measure.status ?? 'unknown') : null;
	const areaStatus = isFollowed ? (area.status ?? 'unknown') : null;
	const results = area.results.filter(
		({ measures }) => measure === null || measures.includes(measure.number)
	);
	const cells: Record<Head, string> = {
		areaId: area.id,
		area: area.title,
		departments: area.departments.flatMap((id) => names.get(id) ?? []).join(BETWEEN),
		articles: area.articles.toSorted((a, b) => a - b).join(BETWEEN),
		areaCode: areaStatus ?? '',
		areaStatus: areaStatus === null ? '' : STATUS_WORDS[areaStatus],
		measureId: measure?.id ?? '',
		measureNumber: measure === null ? '' : String(measure.number),
		measure: measure?.text ?? '',
		code: status ?? '',
		status: status === null ? '' : STATUS_WORDS[status],
		comment: measure?.comments.join('\n') ?? '',
		results: results.map(({ text }) => text).join('\n'),
		responsible: area.responsible,
		due: area.due
	};
	return new Map((Object.keys(heads) as Head[]).map((head) => [heads[head], cells[head]]));
}
