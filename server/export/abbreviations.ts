import { abbreviationsOf } from '#core/edition-abbreviations.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import { reading } from './words.ts';

/** What the letters that tables call departments by stand for; nothing where there are none. */
export function abbreviationsHtml(model: EditionModel, anchors: Anchors): Markup | null {
	const all = abbreviationsOf(model);
	if (all.length === 0) return null;
	return html`<section class="abbreviations" id="${anchors.abbreviations}">
		<h2>${reading.abbreviations}</h2>
		<p>${reading.abbreviationsIntro}</p>
		<dl>
			${all.map(
				({ short, name }) =>
					html`<div>
						<dt>${short}</dt>
						<dd>${name}</dd>
					</div>`
			)}
		</dl>
	</section>`;
}
