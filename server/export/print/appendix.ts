import type { FixedFigure } from '#core/indicator.ts';
import type { ProvenanceRow } from '#core/provenance.ts';
import { provenanceWords } from '#core/provenance-words.ts';
import { canonicalJson } from '#schema/content.ts';
import { LANG } from '../words.ts';
import type { Block, PrintTable, Run } from './document.ts';
import { paragraph, plain } from './runs.ts';
import { heading } from './text.ts';
import { p } from './words.ts';

/** The section that something stands in. */
export type Origin = { number: string; title: string };

/** A chart, and its numbers as a table with this id and number. */
type Numbers = { chart: string; table: (id: string, number: string) => PrintTable };

type About = {
	title: string;
	/** The id of the block in the text. */
	anchor: string;
	card: ProvenanceRow[];
	uses: { title: string; href: string }[];
	/** Null where there is no chart. */
	numbers: Numbers | null;
	origin: Origin;
};

/** A table, and the charts whose numbers it holds. */
type Shared = { table: PrintTable; number: string; key: string; charts: Run[][] };
type Entry = { title: string; id: string; tables: Shared[]; card: Block | null };

/**
 * The appendix: every chart's numbers as a table, and the card of every indicator, gathered while the
 * text is made. It also hands out ids, so that each is used once.
 */
export class Appendix {
	readonly #taken: Set<string>;
	readonly #entries: Entry[] = [];
	/** By indicator and what its card says: where it stands. */
	readonly #cards = new Map<string, Entry>();
	#tables = 0;

	constructor(taken: Iterable<string>) {
		this.#taken = new Set(taken);
	}

	/** An id that nothing else in the document has, as near to the wished one as can be. */
	take(wished: string): string {
		let id = wished;
		for (let n = 2; this.#taken.has(id); n++) id = `${wished}-${n}`;
		this.#taken.add(id);
		return id;
	}

	/** Keeps the numbers of a table's chart; gives the words that lead to them. */
	numbers(title: string, wished: string, numbers: Numbers, origin: Origin): Run[] {
		const entry: Entry = { title, id: this.take(`${wished}-bilaga`), tables: [], card: null };
		this.#entries.push(entry);
		return this.#add(entry, wished, numbers, origin);
	}

	/** Keeps what is told of an indicator; gives the words that lead there. */
	about(fixed: FixedFigure, { title, anchor, card, uses, numbers, origin }: About): Run[] {
		const key = canonicalJson([fixed.figures.indicator.id, card]);
		let entry = this.#cards.get(key);
		if (!entry) {
			entry = { title, id: this.take(`${anchor}-om`), tables: [], card: cardBlock(card, uses) };
			this.#cards.set(key, entry);
			this.#entries.push(entry);
		}
		const runs = numbers === null ? [] : this.#add(entry, anchor, numbers, origin);
		return [
			...runs,
			...(runs.length === 0 ? [] : plain(' ')),
			...plain(p.seeAbout, `#${entry.id}`)
		];
	}

	#add(entry: Entry, wished: string, { chart, table }: Numbers, origin: Origin): Run[] {
		const back = plain(p.backToChart(origin.number, origin.title), `#${chart}`);
		const key = canonicalJson(table('', ''));
		const same = entry.tables.find((one) => one.key === key);
		if (same) {
			same.charts.push(back);
			return plain(p.seeNumbers(same.number), `#${same.table.id ?? ''}`);
		}
		const id = this.take(`${wished}-siffror`);
		const number = String((this.#tables += 1));
		entry.tables.push({ table: table(id, number), number, key, charts: [back] });
		return plain(p.seeNumbers(number), `#${id}`);
	}

	/** The appendix, or nothing where there is nothing to tell. */
	blocks(): Block[] {
		if (this.#entries.length === 0) return [];
		return [
			heading(1, p.appendix, { id: this.take('bilaga'), inContents: true }),
			paragraph('plain', p.appendixIntro),
			...this.#entries.flatMap(({ title, id, tables, card }) => [
				heading(2, title, { id }),
				...tables.flatMap(({ table, charts }) => [
					table,
					...charts.map((back) => paragraph('small', back))
				]),
				...(card ? [card] : [])
			])
		];
	}
}

const cardBlock = (card: ProvenanceRow[], uses: About['uses']): Block => ({
	kind: 'terms',
	items: [
		...card.map(({ label, lines }) => ({ term: label, lines: lines.map((line) => plain(line)) })),
		{
			term: provenanceWords(LANG).used,
			lines: uses.map(({ title, href }) => plain(title, href))
		}
	]
});
