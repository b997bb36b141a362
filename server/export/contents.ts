import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { byChapter } from './chapters.ts';
import { ways } from './lineage.ts';
import { reading, t } from './words.ts';

/**
 * The numbered contents. On a telephone they are folded; on a wide screen the style keeps them open
 * beside the text. They come right after the title, where the keyboard expects what stands beside.
 */
export function contentsHtml(
	model: EditionModel,
	anchors: Anchors,
	has: {
		answer: boolean;
		promises: boolean;
		ways: boolean;
		keyFigures: boolean;
		abbreviations: boolean;
		matrix: boolean;
		/** Approvals, how it is cited, and its files: what an edition has alone. */
		published: boolean;
	}
): Markup {
	const entry = (id: string, number: string, title: string, inner: Markup | null = null) =>
		html`<li>
			<a href="#${id}"><span class="number">${number}</span> ${title}</a>${inner}
		</li>`;
	const plain = (id: string, title: string) => html`<li><a href="#${id}">${title}</a></li>`;
	const chapters = byChapter(model).map(({ chapter, own, sections }) => {
		const { number, title } = own?.content ?? chapter;
		const inner =
			sections.length === 0
				? null
				: html`<ol role="list">
						${sections.map(({ content }) =>
							entry(anchors.sections.get(content.key) ?? '', content.number, content.title)
						)}
					</ol>`;
		return entry(anchors.chapters.get(chapter.key) ?? '', number, title, inner);
	});
	return html`<nav
		class="contents"
		id="${anchors.contents}"
		aria-labelledby="${anchors.contents}-rubrik"
	>
		<h2 id="${anchors.contents}-rubrik">${t.contents}</h2>
		<details>
			<summary>${t.showContents}</summary>
			<ol role="list">
				${has.answer ? plain(anchors.answer, t.answer) : null}
				${has.promises ? plain(anchors.promises, reading.promises) : null}
				${has.ways ? plain(anchors.ways, ways.title) : null}
				${has.keyFigures ? plain(anchors.keyFigures, t.keyFigures) : null} ${chapters}
				${has.abbreviations ? plain(anchors.abbreviations, reading.abbreviations) : null}
				${has.matrix ? plain(anchors.matrix, reading.matrix) : null}
				${
					has.published
						? html`${plain(anchors.record, t.record)}${plain(anchors.cite, t.cite)}${plain(anchors.formats, t.formats)}`
						: null
				}
			</ol>
		</details>
	</nav>`;
}
