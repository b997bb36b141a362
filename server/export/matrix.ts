import { articlesIn, departmentsIn, extractPath, type Extract } from '#core/extracts.ts';
import { matrixOf as sectionsMatrix, type Side } from '#core/matrix.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { reading } from './words.ts';

/** A section in a cell, as readers are told of it. */
export type MatrixPlace = {
	key: string;
	number: string;
	title: string;
	side: Side | null;
	/** The titles of its areas that bear the article and name the department. */
	areas: string[];
};

/** Sections by the articles that they bear and the departments that own them, or that their areas name. */
export type Matrix = {
	/** In the order of their first section; null for what the departments have in common. */
	departments: (string | null)[];
	/** Addresses of their own: of everything that a department wrote, and of all that bears an article. */
	addresses: { departments: (string | null)[]; articles: string[] };
	/** The general principles first, then by number. `cells` are as many as there are departments. */
	rows: { article: number; cells: MatrixPlace[][] }[];
};

/** The matrix of an edition; null when nothing in it bears an article. */
export function matrixOf(model: EditionModel): Matrix | null {
	const matrix = sectionsMatrix(model.sections.map(({ content }) => content));
	if (matrix === null) return null;
	const { departments } = matrix;
	const rows = matrix.rows.map(({ article, cells }) => ({
		article,
		cells: cells.map((cell) =>
			cell.map(({ section: { key, number, title }, side, areas }) => ({
				key,
				number,
				title,
				side,
				areas
			}))
		)
	}));
	const of = (extract: Extract): string =>
		`/r/${model.slug}/v/${model.number}/${extractPath(extract)}`;
	const slugs = new Map(departmentsIn(model).map(({ name, slug }) => [name, slug]));
	const articles = new Set(articlesIn(model));
	return {
		departments,
		addresses: {
			departments: departments.map((name) => {
				const slug = slugs.get(name ?? '');
				return slug === undefined ? null : of({ kind: 'department', slug });
			}),
			articles: rows.map(({ article }) =>
				articles.has(article) ? of({ kind: 'article', article }) : ''
			)
		},
		rows
	};
}

/** "Styrka 5.2", "Utmaning 5.6", "9, 2 områden": what a link in a cell says. */
export function placeWords({ number, side, areas }: MatrixPlace): string {
	const named = side === null ? number : `${reading.sides[side]} ${number}`;
	return areas.length === 0 ? named : `${named}, ${reading.areaCount(areas.length)}`;
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
	const link = (place: MatrixPlace) =>
		html`<li>
			<a href="#${anchors.sections.get(place.key) ?? ''}"
				>${placeWords(place)}<span class="visually-hidden"
					>${place.areas.length === 0 ? ` ${place.title}` : `: ${place.areas.join(', ')}`}</span
				></a
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
