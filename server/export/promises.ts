import type { MeasureStatus } from '#core/areas.ts';
import { tablesOf, type Grid } from '#core/checks/table-grid.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { shownAreas } from '#core/shown-areas.ts';
import { html, type Markup } from '#schema/markup.ts';
import { walk } from '#schema/text.ts';
import type { Anchors } from './anchors.ts';
import { joined } from './key-figures.ts';
import { followUpsTakenIn, w } from './roll-up.ts';
import { reading } from './words.ts';

/** In the order in which readers are told of them: kept first, then what was not. */
export const PROMISE_STATUSES = [
	'completed',
	'started',
	'notStarted',
	'stopped',
	'unknown'
] as const satisfies MeasureStatus[];
export type PromiseStatus = (typeof PROMISE_STATUSES)[number];

/** What an edition says of what was promised before: what people chose, or wrote where there was no choice. */
export type Promises = {
	total: number;
	/** The statuses that occur, in order, with what each row is called. */
	outcomes: { status: PromiseStatus; names: string[] }[];
	/** The sections that hold the counted tables. */
	sections: { key: string; number: string; title: string }[];
	/** Those that show promises taken in from other editions, which are not counted. */
	elsewhere: Promises['sections'];
	/** How the measures went that the promises are made of; null where a table does not tell them apart. */
	measures: { total: number; outcomes: { status: PromiseStatus; count: number }[] } | null;
};

type Row = { name: string; status: PromiseStatus; measures: PromiseStatus[] | null };

/**
 * Promises kept and not kept: areas by what their measures come to together (Y2), and the rows of
 * ordinary tables of follow-up by the word in their status column. Null without either, or where no
 * column can be understood: nothing is guessed.
 */
export function promisesOf(model: EditionModel): Promises | null {
	const rows: Row[] = [];
	const sections: Promises['sections'] = [];
	for (const { content } of model.sections) {
		const found = [
			...areasOf(content.doc),
			...tablesOf(content.doc)
				.filter(({ purpose }) => purpose === 'followUp')
				.flatMap(rowsOf)
		];
		const { key, number, title } = content;
		if (found.length > 0) sections.push({ key, number, title });
		rows.push(...found);
	}
	if (rows.length === 0) return null;
	const outcomes = PROMISE_STATUSES.map((status) => ({
		status,
		names: rows.filter((row) => row.status === status).map(({ name }) => name)
	})).filter(({ names }) => names.length > 0);
	const elsewhere = followUpsTakenIn(model).map(({ key, number, title }) => ({
		key,
		number,
		title
	}));
	return { total: rows.length, outcomes, sections, elsewhere, measures: measuresOf(rows) };
}

/** Every area that is followed up; one of which nothing is said is unknown. */
function areasOf(doc: DocNode): Row[] {
	const rows: Row[] = [];
	walk(doc, (node) => {
		if (node.type !== 'areaTable') return;
		const { purpose, areas } = shownAreas(node);
		if (purpose !== 'followUp') return;
		for (const { title, status, measures } of areas)
			rows.push({
				name: title,
				status: status ?? 'unknown',
				measures: measures.map((measure) => measure.status ?? 'unknown')
			});
	});
	return rows;
}

function measuresOf(rows: Row[]): Promises['measures'] {
	if (rows.some(({ measures }) => measures === null)) return null;
	const all = rows.flatMap(({ measures }) => measures ?? []);
	if (all.length === 0) return null;
	const outcomes = PROMISE_STATUSES.map((status) => ({
		status,
		count: all.filter((one) => one === status).length
	}));
	return { total: all.length, outcomes: outcomes.filter(({ count }) => count > 0) };
}

/** Words that begin a cell and what they mean; "delvis genomförd" is begun and not done. */
const WORDS: [RegExp, PromiseStatus][] = [
	[/^(?:ej|inte|icke)[ -](?:på)?bör(?:jad|jat|jade|jats)(?!\p{L})/u, 'notStarted'],
	[
		/^(?:(?:delvis|till viss del) genomför(?:d|t|da)|påbörja[dt]e?|pågår|pågående)(?!\p{L})/u,
		'started'
	],
	[/^(?:genomför(?:d|t|da)|slutför(?:d|t|da))(?!\p{L})|^klar[at]?\.?$/u, 'completed'],
	[/^(?:avbru(?:ten|tet|tna)|avbröts|inställ(?:d|t|da))(?!\p{L})/u, 'stopped'],
	[/^okän(?:d|t|da)(?!\p{L})/u, 'unknown']
];

/** What a cell says of a promise; null when it is no word that we know. */
function statusWord(text: string): PromiseStatus | null {
	const plain = text.normalize('NFC').trim().toLowerCase();
	return WORDS.find(([word]) => word.test(plain))?.[1] ?? null;
}

/** A row for each promise. A status that spans several rows is one promise's. */
function rowsOf(grid: Grid): Row[] {
	const column = statusColumn(grid);
	if (column === null) return [];
	const named = column === 0 ? 1 : 0;
	const seen = new Set<object>();
	return grid.rows.slice(grid.firstRow).flatMap((row) => {
		const cell = row[column];
		if (row.every((one) => !one?.text) || (cell && seen.has(cell))) return [];
		if (cell) seen.add(cell);
		const name = row[named]?.text ?? '';
		return [{ name, status: statusWord(cell?.text ?? '') ?? 'unknown', measures: null }];
	});
}

/** The column that is called so, or one that holds nothing but such words; it must hold one. */
function statusColumn(grid: Grid): number | null {
	const columns = Array.from({ length: grid.width }, (_, c) => ({
		c,
		words: grid.rows.slice(grid.firstRow).flatMap((row) => (row[c]?.text ? [row[c].text] : []))
	}));
	const holdsOne = columns.filter(({ words }) => words.some((word) => statusWord(word) !== null));
	const called = holdsOne.find(({ c }) => /^(?:status|läge|nuläge)/i.test(grid.heads[c] ?? ''));
	const told = holdsOne.find(({ words }) => words.every((word) => statusWord(word) !== null));
	return (called ?? told)?.c ?? null;
}

/** "4 löften följs upp: 1 genomfört, 2 påbörjade och 1 ej påbörjat." */
export const countOf = ({ total, outcomes }: Promises): string =>
	reading.promisesCount(
		total,
		joined(
			outcomes.map(
				({ status, names }) => `${names.length} ${reading.promiseWords[status](names.length)}`
			)
		)
	);

/** "De består av 7 åtgärder: 5 genomförda och 2 påbörjade." Empty where measures are not told apart. */
export const measureCountOf = ({ total, measures }: Promises): string =>
	measures === null
		? ''
		: reading.measuresCount(
				total,
				measures.total,
				joined(
					measures.outcomes.map(
						({ status, count }) => `${count} ${reading.measureWords[status](count)}`
					)
				)
			);

/** How the promises were counted. */
export const howCounted = ({ measures }: Promises): string =>
	`${measures === null ? reading.promisesByRows : reading.promisesByMeasures} ${reading.promisesHow}`;

/** Right after the answer: what became of last year's promises, counted in words and named. */
export function promisesHtml(promises: Promises | null, anchors: Anchors): Markup | null {
	if (!promises) return null;
	const { outcomes, sections, elsewhere } = promises;
	const measures = measureCountOf(promises);
	const links = (some: Promises['sections']) =>
		some.map(
			({ key, number, title }, i) =>
				html`${i > 0 ? ', ' : null}<a href="#${anchors.sections.get(key) ?? ''}"
						>${number} ${title}</a
					>`
		);
	return html`<section class="promises" id="${anchors.promises}">
		<h2>${reading.promises}</h2>
		<p class="count">${countOf(promises)}</p>
		${measures === '' ? null : html`<p>${measures}</p>`}
		<div class="kinds">
			${outcomes.map(
				({ status, names }) =>
					html`<div>
						<h3>${reading.promiseStatus[status]} (${names.length})</h3>
						<ul role="list">
							${names.map((name) => html`<li>${name === '' ? reading.unnamed : name}</li>`)}
						</ul>
					</div>`
			)}
		</div>
		<p>${reading.promisesMore} ${links(sections)}</p>
		${elsewhere.length === 0 ? null : html`<p>${w.notCounted} ${links(elsewhere)}.</p>`}
		<p class="small">${howCounted(promises)}</p>
	</section>`;
}
