import { departmentsIn, extractPath, type Extract } from '#core/extracts.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { reading } from './words.ts';

type MatrixSection = { key: string; number: string; title: string };

/** Sections by the articles that they bear and the departments that own them. */
export type Matrix = {
	/** In the order of their first section; null for what the departments have in common. */
	departments: (string | null)[];
	/** Addresses of their own: of everything that a department wrote, and of all that bears an article. */
	addresses: { departments: (string | null)[]; articles: string[] };
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
	const of = (extract: Extract): string =>
		`/r/${model.slug}/v/${model.number}/${extractPath(extract)}`;
	const slugs = new Map(departmentsIn(model).map(({ name, slug }) => [name, slug]));
	return {
		departments,
		addresses: {
			departments: departments.map((name) => {
				const slug = slugs.get(name ?? '');
				return slug === undefined ? null : of({ kind: 'department', slug });
			}),
			articles: rows.map(({ article }) => of({ kind: 'article', article }))
		},
		rows
	};
}

/** "Artikel 3, barnets bästa"; the others by their number alone. */
export function articleName(article: number): string {
	const principle = reading.principles[article];
	return reading.articleNumber(article) + (principle === undefined ? '' : `, ${principle}`);
}

const linked = (words: string, address: string | null | undefined): Markup =>
	address ? html`<a href="${address}">${words}</a>` : html`${words}`;

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
							(name, i) =>
								html`<th scope="col">
									${linked(name ?? reading.noDepartment, matrix.addresses.departments[i])}
								</th>`
						)}
					</tr>
				</thead>
				<tbody>
					${matrix.rows.map(
						({ article, cells }, i) =>
							html`<tr>
								<th scope="row">${linked(articleName(article), matrix.addresses.articles[i])}</th>
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
