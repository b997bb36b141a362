import { clockTime, isoDate, NBSP } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import { hashOf } from '#schema/content.ts';
import type { Anchors } from './anchors.ts';
import { LANG, t } from './words.ts';

/** Enough to tell two contents apart at a glance. */
export const SHORT_HASH = 12;

/** Who did it, and on a line of its own when. */
const act = (by: string, at: number): Markup =>
	html`${by}<br />
		<span class="when">${isoDate(at)}${NBSP}${clockTime(at, LANG)}</span>`;

/** Who submitted and approved each section, when, and the hash that the approval is bound to (S4). */
export function recordHtml(model: EditionModel, anchors: Anchors): Markup {
	const hashes = [
		...model.sections.map(({ content, hash }) => ({
			name: `${content.number} ${content.title}`,
			hash
		})),
		{ name: t.editionHash, hash: hashOf(model) }
	];
	return html`<section class="record" id="${anchors.record}">
		<h2>${t.record}</h2>
		<p>${t.recordIntro}</p>
		<div class="table" role="group" tabindex="0" aria-label="${t.recordCaption}">
			<table>
				<caption>
					${t.recordCaption}
				</caption>
				<thead>
					<tr>
						${[t.section, t.submitted, t.approved, t.hash].map((head) => html`<th scope="col">${head}</th>`)}
					</tr>
				</thead>
				<tbody>
					${model.sections.map(
						(s) =>
							html`<tr>
								<th scope="row">
									<a href="#${anchors.sections.get(s.content.key) ?? ''}"
										>${s.content.number} ${s.content.title}</a
									>
								</th>
								<td>${act(s.submittedBy, s.submittedAt)}</td>
								<td>${act(s.approvedBy, s.approvedAt)}</td>
								<td><code>${s.hash.slice(0, SHORT_HASH)}</code></td>
							</tr>`
					)}
				</tbody>
			</table>
		</div>
		<details class="hashes">
			<summary>${t.fullHashes}</summary>
			<dl>
				${hashes.map(
					({ name, hash }) =>
						html`<div>
							<dt>${name}</dt>
							<dd><code>${hash}</code></dd>
						</div>`
				)}
			</dl>
		</details>
	</section>`;
}
