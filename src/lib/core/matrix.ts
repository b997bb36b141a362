import { areaTablesOf } from './areas.ts';
import type { DocNode, FixedDepartment } from './publication.ts';

/** What each department says of each article of the Convention, and where nobody says anything. */

/** Which side of the analysis a section is, by the template's stable keys; null for any other. */
export type Side = 'strengths' | 'challenges';

export type MatrixSection = {
	key: string;
	number: string;
	title: string;
	articles: number[];
	/** The owner's name; null for what departments have in common. */
	department: string | null;
	doc: DocNode;
	departments?: FixedDepartment[];
};

/** A section in a cell. */
export type MatrixEntry<T extends MatrixSection> = {
	section: T;
	side: Side | null;
	/** The titles of its areas that bear the article and name the department; empty for the text as a whole. */
	areas: string[];
};

export type Matrix<T extends MatrixSection> = {
	/** In the order in which they first occur; null for what they have in common. */
	departments: (string | null)[];
	/** The general principles first, then by number. `cells` are as many as there are departments. */
	rows: { article: number; cells: MatrixEntry<T>[][] }[];
};

/** Articles 2, 3, 6 and 12 are how the others are to be understood. */
const PRINCIPLES = [2, 3, 6, 12];
const rank = (article: number): number => {
	const at = PRINCIPLES.indexOf(article);
	return at < 0 ? PRINCIPLES.length + article : at;
};

/** The matrix of these sections; null when nothing of them bears an article. */
export function matrixOf<T extends MatrixSection>(sections: T[]): Matrix<T> | null {
	const entries = sections.flatMap(entriesOf);
	if (entries.length === 0) return null;
	const departments = [...new Set(entries.map(({ department }) => department))];
	const articles = [...new Set(entries.map(({ article }) => article))];
	const rows = articles
		.sort((a, b) => rank(a) - rank(b))
		.map((article) => ({
			article,
			cells: departments.map((department) =>
				entries
					.filter((one) => one.article === article && one.department === department)
					.map(({ entry }) => entry)
			)
		}));
	return { departments, rows };
}

type Placed<T extends MatrixSection> = {
	article: number;
	department: string | null;
	entry: MatrixEntry<T>;
};

/** A section stands with its owner under each of its articles, and its areas with those whom they name. */
function entriesOf<T extends MatrixSection>(section: T): Placed<T>[] {
	const side = sideOf(section.key);
	const whole = section.articles.map((article) => ({
		article,
		department: section.department,
		entry: { section, side, areas: [] as string[] }
	}));
	const named = new Map<string, Placed<T>>();
	for (const { areas } of areaTablesOf(section.doc))
		for (const area of areas)
			for (const article of area.articles)
				for (const id of area.departments) {
					const department = section.departments?.find((one) => one.id === id)?.name;
					if (department === undefined) continue;
					const place = `${article} ${department}`;
					const known = named.get(place) ?? {
						article,
						department,
						entry: { section, side, areas: [] }
					};
					known.entry.areas.push(area.title);
					named.set(place, known);
				}
	// Where it stands already as a whole, the areas say more.
	const isSaid = ({ article, department }: Placed<T>) => named.has(`${article} ${department}`);
	return [...whole.filter((one) => !isSaid(one)), ...named.values()];
}

/** `current.strengths.2` is the template's; one that a municipality added there has the same beginning. */
export function sideOf(key: string): Side | null {
	const [, side] = key.split('.');
	return side === 'strengths' || side === 'challenges' ? side : null;
}
