import type { ReadSection } from './checked.ts';
import { finding, type Finding, type FindingCode, type FindingParams } from './finding.ts';
import { hiddenThatFollow } from './hidden-cells.ts';
import { smallGaps } from './nested.ts';
import { BASE, FEW, HAIR, isSmall, rounding, written } from './numbers-in-words.ts';
import { isPeople } from './people-words.ts';
import { gridDigest, isTotal, measureAt, numberAt, placeName, type Grid } from './table-grid.ts';

/** C2 in tables: small cells, what is left of a whole, shares of few, and cells hidden in vain. */

/** What is counted here when it is not people. */
const THINGS =
	/skolor|skolenheter|enheter|tjänster|möten|insatser|grupper|avdelningar|platser|aktiviteter|timmar|dagar|veckor|artik|årskurs|nivå|\bnr\b|nummer|åtgärd|områden|kommuner|böcker|\blån\b|besök|tillfällen|kronor|\bkr\b|remisser|förslag|klagomål|anställda|rangordning|plats\b|placering i/;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);
const namesPeople = (text: string): boolean => wordsOf(text).some(isPeople);

/** Whether a count in a place is of people: `true`, `false`, or null where it is not to be known. */
function peopleIn(grid: Grid): (row: number, column: number) => boolean | null {
	const about = `${grid.caption} ${grid.heads.join(' ')} ${grid.labels.join(' ')}`;
	const said = (text: string) =>
		namesPeople(text) ? true : THINGS.test(text.toLowerCase()) ? false : null;
	const whole = said(about);
	const labels = grid.labels.map(said);
	const heads = grid.heads.map(said);
	return (row, column) => {
		const value = grid.rows[row]?.[column]?.value;
		if (value?.kind === 'number' && value.people) return true;
		const [label, head] = [labels[row] ?? null, heads[column] ?? null];
		// Where one of them names people, people are counted, whatever the other says.
		if (label === true || head === true) return true;
		return label ?? head ?? whole;
	};
}

/** The column of the whole group, for the counts and shares of a row: "Totalt", "Antal elever". */
function baseColumn(grid: Grid): number {
	const total = grid.heads.findIndex((head, c) => c >= grid.firstColumn && isTotal(head));
	if (total >= 0) return total;
	return grid.heads.findIndex(
		(head, c) =>
			c >= grid.firstColumn && /^antal (?!.*(?:som|med|varav))/i.test(head) && namesPeople(head)
	);
}

function inGrid(section: ReadSection, grid: Grid): Finding[] {
	const found: Finding[] = [];
	const say = (code: FindingCode, row: number, column: number, params: FindingParams) => {
		const place = { sectionId: section.sectionId, path: grid.path, row, column };
		found.push(finding(code, place, gridDigest(grid), placeName(grid, row, column), params));
	};
	const ofPeople = peopleIn(grid);
	const base = baseColumn(grid);
	for (const [r, row] of grid.rows.entries()) {
		if (r < grid.firstRow) continue;
		const whole = base < 0 ? null : numberAt(grid, r, base);
		for (const [c, cell] of row.entries()) {
			// A cell that spans is judged once, in its first place.
			if (c < grid.firstColumn || cell?.value.kind !== 'number') continue;
			if (row[c - 1] === cell || grid.rows[r - 1]?.[c] === cell) continue;
			const { value, decimals } = cell.value;
			const measure = measureAt(grid, r, c);
			const people = ofPeople(r, c);
			if (people === false) continue;
			if (measure === 'count' && decimals === 0) {
				if (isSmall(value)) {
					const code = people === true ? 'smallCount' : 'maybeSmallCount';
					say(code, r, c, { count: written(value), what: '' });
				} else if (
					people === true &&
					whole !== null &&
					c !== base &&
					!restIsShown(grid, r, c, base) &&
					isSmall(whole - value)
				)
					say('smallRest', r, c, {
						part: written(value),
						whole: written(whole),
						rest: written(whole - value),
						what: ''
					});
			}
			if (measure === 'share' && whole !== null && people === true && c !== base) {
				const params = { share: written(value, decimals), base: written(whole), what: '' };
				const count = Math.round((value * whole) / 100);
				const exact = Math.abs((count / whole) * 100 - value) <= rounding(decimals) + HAIR;
				if (whole > 0 && whole < BASE) say('smallBase', r, c, { base: params.base, what: '' });
				else if (whole < FEW && exact && (count === 0 || count === whole))
					say('wholeGroup', r, c, params);
				else if (exact && (isSmall(count) || isSmall(whole - count)))
					say('shareIsSmall', r, c, {
						...params,
						count: written(isSmall(count) ? count : whole - count)
					});
			}
		}
	}
	for (let c = grid.firstColumn; c < grid.width; c += 1) {
		const lines = [...grid.rows.keys()]
			.filter((r) => r >= grid.firstRow && ofPeople(r, c) === true)
			.filter((r) => numberAt(grid, r, c) !== null && measureAt(grid, r, c) === 'count')
			.map((row) => ({ row, label: grid.labels[row] ?? '', count: numberAt(grid, row, c) ?? 0 }));
		for (const gap of smallGaps(lines)) {
			const [part, over] = [lines[gap.next], lines[gap.at]];
			if (!part || !over) continue;
			say('smallRest', part.row, c, {
				part: written(part.count),
				whole: written(over.count),
				rest: written(gap.between),
				what: ''
			});
		}
	}
	for (const hidden of hiddenThatFollow(grid)) {
		if (ofPeople(hidden.row, hidden.column) === false) continue;
		say('hiddenFollows', hidden.row, hidden.column, { count: written(hidden.value) });
	}
	return found;
}

/** True when the rest of the whole stands in the row itself, so that it is judged in its own cell. */
function restIsShown(grid: Grid, row: number, column: number, base: number): boolean {
	let others = 0;
	for (let c = grid.firstColumn; c < grid.width; c += 1)
		if (c !== base && c !== column && measureAt(grid, row, c) === 'count')
			others += numberAt(grid, row, c) ?? 0;
	return others === (numberAt(grid, row, base) ?? 0) - (numberAt(grid, row, column) ?? 0);
}

/** Small groups in the tables of a section (C2). Plans and follow-ups hold no counts. */
export function smallInTables(section: ReadSection): Finding[] {
	return section.tables
		.filter((grid) => grid.purpose === 'table')
		.flatMap((grid) => inGrid(section, grid));
}
