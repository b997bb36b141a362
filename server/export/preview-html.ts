import { longDate } from '#core/format.ts';
import { asEdition, type PreviewModel } from '#core/preview.ts';
import { previewTexts } from '#messages/preview.ts';
import { html } from '#schema/markup.ts';
import { anchorsOf } from './anchors.ts';
import { logoHtml, partsHtml, senderOf } from './edition-html.ts';
import { kindFacts, kindOf } from './kind.ts';
import { withSoftHyphens } from './soft-hyphens.ts';
import { LANG, t } from './words.ts';

const w = previewTexts(LANG);

/**
 * The `<article>` of a preview (A5): the approved text by the renderer of editions, below a title that
 * says it is a draft and that nothing is decided. No link in it leads to a file or a part of its own.
 * @param at where and when it is read: the address before a picture's id, and the day of its release in
 * milliseconds since 1970
 */
export function previewHtml(preview: PreviewModel, at: { images: string; day: number }): string {
	const model = asEdition(preview, at.day);
	const anchors = anchorsOf(model);
	const { images } = at;
	const { contents, body } = partsHtml({ model, anchors, images }, { published: false });
	const facts: [name: string, value: string][] = [
		...(kindOf(model) === 'barnbokslut'
			? [[t.reportYear, String(model.reportYear)] as [string, string]]
			: kindFacts(model)),
		[t.decision, w.undecided],
		[w.version, w.versionOf(longDate(at.day, LANG))]
	];
	return withSoftHyphens(
		String(
			html`<article class="edition preview" lang="${LANG}">
				<header class="title">
					${logoHtml(model, images)}
					<p class="sender">${senderOf(model)}</p>
					<h1>${model.title}</h1>
					<dl>
						${facts.map(
							([name, value]) =>
								html`<div>
									<dt>${name}</dt>
									<dd>${value}</dd>
								</div>`
						)}
					</dl>
				</header>
				${contents}
				<div class="body">${body}</div>
			</article>`
		)
	);
}
