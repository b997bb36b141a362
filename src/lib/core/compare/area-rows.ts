import { numbersText, shortName, statusWord } from '../area-words.ts';
import type { Area, AreaPurpose } from '../areas.ts';
import type { DocNode, FixedContent } from '../publication.ts';
import { shownAreas } from '../shown-areas.ts';
import type { PromiseRow } from './promises.ts';
import { nameOf } from './shown-figures.ts';

/** The areas of a table as rows to be compared; none where it is for another purpose. */
export function areaRows(node: DocNode, purpose: AreaPurpose, content: FixedContent): PromiseRow[] {
	const table = shownAreas(node);
	if (table.purpose !== purpose) return [];
	const known = new Map((content.departments ?? []).map((one) => [one.id, one]));
	return table.areas.map((area) => ({
		id: area.id,
		area: area.title,
		department: area.departments
			.flatMap((id) => known.get(id) ?? [])
			.map(shortName)
			.join(', '),
		measures: area.measures.map(({ text }) => text),
		expected: area.results.map(({ text, isNamed, measures }) =>
			isNamed && area.measures.length > 1 ? `${numbersText(measures)}. ${text}` : text
		),
		status: purpose === 'plan' ? '' : statusWord(area.status),
		comment: commentsOf(area),
		section: nameOf(content)
	}));
}

/** A comment is about its measure, which it names by number where there are several. */
const commentsOf = ({ measures }: Area): string[] =>
	measures.flatMap(({ number, comments }) =>
		comments.map((words, i) => (measures.length > 1 && i === 0 ? `${number}. ${words}` : words))
	);
