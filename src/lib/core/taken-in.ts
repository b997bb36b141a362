import { areaTableOf } from './areas.ts';
import type { FixedFigure } from './indicator.ts';
import type { DocNode, EditionModel, FixedContent, TakenIn } from './publication.ts';

/**
 * Y6: what a report takes in of another's edition. It is copied from the published model, never from a
 * living text: nothing that is not published crosses from one authority to another (A4, A5).
 */

/** What there is to be taken in. */
export const ROLL_UP_SHOWS = ['plan', 'followUp', 'figures'] as const;
export type RollUpShows = (typeof ROLL_UP_SHOWS)[number];

/** The kinds of roll-up that a document holds. */
export function rollUpsIn(doc: DocNode): Set<RollUpShows> {
	const found = new Set<RollUpShows>();
	walk(doc, (node) => {
		if (node.type === 'rollUp') found.add(showsOf(node));
	});
	return found;
}

/** What a block of a roll-up shows. */
export const showsOf = ({ attrs }: DocNode): RollUpShows =>
	ROLL_UP_SHOWS.find((one) => one === attrs?.['shows']) ?? 'plan';

/** What a table promises or follows up; null for any other. Before there were areas it was an ordinary one. */
export function purposeOf({ type, attrs }: DocNode): 'plan' | 'followUp' | null {
	if (type !== 'areaTable' && type !== 'table') return null;
	const purpose = attrs?.['purpose'];
	if (purpose === 'plan' || purpose === 'followUp') return purpose;
	return type === 'areaTable' ? 'plan' : null;
}

/**
 * The parts of an edition that a report can take in, as they were approved, and where they come from.
 * Tables without a word are left out, as its readers were not shown them. What the edition had itself
 * taken in stays there: everything is taken in from where it was approved.
 * @param hash the edition's own, the SHA-256 of its model
 */
export function takenInOf(model: EditionModel, hash: string): TakenIn {
	const { slug, number, title, authority, reportYear, decision, sections } = model;
	return {
		slug,
		number,
		hash,
		title,
		authority,
		reportYear,
		decision,
		tables: sections.flatMap(({ content }) => tablesOf(content)),
		figures: figuresOf(sections.map(({ content }) => content))
	};
}

function tablesOf({ key, number, title, doc, departments = [] }: FixedContent): TakenIn['tables'] {
	const found: TakenIn['tables'] = [];
	walk(doc, (table) => {
		if (purposeOf(table) === null || !saysSomething(table)) return;
		const named = new Set(
			table.type === 'areaTable' ? areaTableOf(table).areas.flatMap((one) => one.departments) : []
		);
		found.push({
			section: { key, number, title },
			table,
			departments: departments.filter(({ id }) => named.has(id))
		});
	});
	return found;
}

/**
 * The counted ones first, with what was approved with the summary; then those that sections show, from
 * the first that does. Readers of the edition see them in the same order.
 */
function figuresOf(contents: FixedContent[]): FixedFigure[] {
	const found = new Map<string, FixedFigure>();
	const take = (id: unknown, { figures }: FixedContent) => {
		const fixed = typeof id === 'string' ? figures[id] : undefined;
		if (fixed && !found.has(fixed.figures.indicator.id))
			found.set(fixed.figures.indicator.id, fixed);
	};
	for (const content of contents) for (const id of content.counted) take(id, content);
	for (const content of contents)
		walk(content.doc, ({ type, attrs }) => {
			if (type === 'indicator' || type === 'figure') take(attrs?.['indicator'], content);
		});
	return [...found.values()];
}

/** Of what is taken in, that which blocks of these kinds show: a section keeps no more than it says. */
export const shownOf = (taken: TakenIn, shows: ReadonlySet<RollUpShows>): TakenIn => ({
	...taken,
	tables: taken.tables.filter(({ table }) => {
		const purpose = purposeOf(table);
		return purpose !== null && shows.has(purpose);
	}),
	figures: shows.has('figures') ? taken.figures : []
});

/** By authority as Swedish sorts it, then by year and address: every form has the same order. */
export const inRollUpOrder = (taken: TakenIn[]): TakenIn[] =>
	taken.toSorted(
		(a, b) =>
			a.authority.localeCompare(b.authority, 'sv') ||
			a.reportYear - b.reportYear ||
			a.slug.localeCompare(b.slug, 'sv')
	);

/** How many promises its plans and follow-ups hold (areas; rows of tables from before), and how many figures. */
export function countTakenIn({ tables, figures }: TakenIn): { promises: number; figures: number } {
	const rowsOf = (table: DocNode): number =>
		table.type === 'areaTable'
			? areaTableOf(table).areas.length
			: (table.content ?? []).filter((row) => row.content?.some((c) => c.type === 'tableCell'))
					.length;
	const promises = tables.reduce((sum, { table }) => sum + rowsOf(table), 0);
	return { promises, figures: figures.length };
}

const saysSomething = ({ text = '', content = [] }: DocNode): boolean =>
	text.trim() !== '' || content.some(saysSomething);

function walk(node: DocNode, visit: (node: DocNode) => void): void {
	visit(node);
	for (const child of node.content ?? []) walk(child, visit);
}
