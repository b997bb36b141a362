import { matrixOf, type MatrixEntry, type Side } from '#core/matrix.ts';
import { ok } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { plainText } from '#schema/text.ts';
import { listDepartments } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenSections, type SeenSection } from './seen.ts';

/** What a section says in a cell of the matrix. */
export type MatrixLine = {
	key: string;
	number: string;
	title: string;
	state: SectionState;
	side: Side | null;
	/** The titles of its areas that bear the article and name the department. */
	areas: string[];
	/** Words in the section; 0 is a section that nobody has written in. */
	words: number;
	/** How its text begins. */
	begins: string;
};

export type MatrixPage = {
	report: { id: string; title: string };
	/** In the order of their first section; null for what they have in common. */
	departments: (string | null)[];
	rows: { article: number; cells: MatrixLine[][] }[];
};

/** What each department says of each article, of the sections that the person may read (A8). */
export const matrix: View<{ reportId: string }, MatrixPage> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const known = await listDepartments(tx, report.municipalityId);
	const sections = await Promise.all(
		(await seenSections(tx, person, report.id)).map((seen) => readSection(tx, seen, known))
	);
	const { departments = [], rows = [] } = matrixOf(sections) ?? {};
	return ok({
		report: { id: report.id, title: report.title },
		departments,
		rows: rows.map(({ article, cells }) => ({
			article,
			cells: cells.map((cell) => cell.map(lineOf))
		}))
	});
};

/** As much as fits in two lines. */
const BEGINNING = 140;

async function readSection(
	tx: Tx,
	{ section: s }: SeenSection,
	departments: Awaited<ReturnType<typeof listDepartments>>
) {
	const { doc } = (await lockedContent(tx, s))?.content ?? { doc: await livingDoc(tx, s) };
	const { key, number, title, articles, departmentName: department, state } = s;
	return { key, number, title, articles, department, state, doc, departments };
}

function lineOf({
	section,
	side,
	areas
}: MatrixEntry<Awaited<ReturnType<typeof readSection>>>): MatrixLine {
	const { key, number, title, state, doc } = section;
	const text = plainText(doc).replace(/\s+/g, ' ').trim();
	const cut = text.slice(0, BEGINNING).replace(/\s+\S*$/, '');
	return {
		key,
		number,
		title,
		state,
		side,
		areas,
		words: text === '' ? 0 : text.split(' ').length,
		begins: text.length > BEGINNING ? `${cut} …` : text
	};
}
