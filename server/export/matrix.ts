import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { reading } from './words.ts';

type MatrixSection = { key: string; number: string; title: string };

/** Sections by the articles that they bear and the departments that own them. */
export type Matrix = {
	/** Names, in the order of their first section; null for what the departments have in common. */
	departments: (string | null)[];
	/** The general principles first, then by number. `cells` are as many as there are departments. */
	rows: { article: number; cells: MatrixSection[][] }[];
};

/** Articles 2, 3, 6 and 12 are how the others are to be understood. */
const PRINCIPLES = [2, 3, 6, 12];
const rank = (article: number): number => {
	const at = PRINCIPLES.indexOf(article);
	return at < 0 ? PRINCIPLES.length + article : at;
};

/** The matrix of an edition; null when no section bears an article. */
export function matrixOf(model: EditionModel): Matrix | null {
	const bearing = model.sections
		.map(({ content }) => content)
		.filter(({ articles }) => articles.length > 0);
	if (bearing.length === 0) return null;
	const departments = [...new Set(bearing.map(({ department }) => department))];
	const articles = [...new Set(bearing.flatMap((content) => content.articles))];
	const rows = articles
		.sort((a, b) => rank(a) - rank(b))
		.map((article) => ({
			article,
			cells: departments.map((department) =>
				bearing
					.filter((one) => one.department === department && one.articles.includes(article))
					.map(({ key, number, title }) => ({ key, number, title }))
			)
		}));
	return { departments, rows };
}

/** "Artikel 3, barnets bästa"; the others by their number alone. */
export function articleName(article: number): string {
	const principle = reading.principles[article];
	return reading.articleNumber(article) + (principle === undefined ? '' : `, ${principle}`);
}

/** The matrix as a table of links; an empty cell is a dash, and in words for who does not see it. */
export function matrixHtml(matrix: Matrix | null, anchors: Anchors): Markup | null {
	if (!matrix) return null;
	const link = ({ key, number, title }: MatrixSection) =>
		html`<li>
			<a href="#${anchors.sections.get(key) ?? ''}"
				>${number}<span class="visually-hidden"> ${title}</span></a
			>
		</li>`;
	return html`<section class="matrix" id="${anchors.matrix}">
		<h2>${reading.matrix}</h2>
		<p>${reading.matrixIntro}</p>
		<div class="table" role="group" tabindex="0" aria-label="${reading.matrixCaption}">
			<table>
				<caption>
					${reading.matrixCaption}
				</caption>
				<thead>
					<tr>
						<th scope="col">${reading.article}</th>
						${matrix.departments.map(
							(name) => html`<th scope="col">${name ?? reading.noDepartment}</th>`
						)}
					</tr>
				</thead>
				<tbody>
					${matrix.rows.map(
						({ article, cells }) =>
							html`<tr>
								<th scope="row">${articleName(article)}</th>
								${cells.map((sections) =>
									sections.length === 0
										? html`<td>
												<span aria-hidden="true">–</span>
												<span class="visually-hidden">${reading.nothing}</span>
											</td>`
										: html`<td>
												<ul role="list">
													${sections.map(link)}
												</ul>
											</td>`
								)}
							</tr>`
					)}
				</tbody>
			</table>
		</div>
	</section>`;
}
