import { cssText } from '#core/css-text.ts';
import { longDate } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { archiveTexts } from '#messages/archive.ts';
import { html, trusted, type Markup } from '#schema/markup.ts';
import { createHash } from 'node:crypto';
import { anchorsOf } from '../anchors.ts';
import { editionHtml, paragraphOf } from '../edition-html.ts';
import type { EditionInput } from '../input.ts';
import { LANG, reading, t } from '../words.ts';
import { standingAlone } from './embed.ts';
import { offlineStyle } from './offline-style.ts';

const w = archiveTexts(LANG);

/**
 * The `offline` form: the edition as one page that needs nothing else. Style, letters and pictures
 * are in it; it has no script, and its own policy lets it ask for nothing. It prints as the reader's page
 * does.
 */
export function offlineHtml(input: EditionInput): Uint8Array {
	const { model } = input;
	const { title, municipality, number, publishedAt, address } = model;
	const edition = t.editionLine(number, longDate(publishedAt, LANG));
	const { body, date } = model.decision;
	const decision = t.decisionLine(body, longDate(date, LANG), paragraphOf(model));
	const foot = `${title}, ${municipality}. ${edition}.\n${decision}. ${address ?? ''}`;
	const style = `:root{--running-foot:${cssText(foot)}}${senderStyle(input)}${offlineStyle()}`;
	const page = html`<div class="app">
		<div class="reader" lang="${LANG}">
			<a class="skip" href="#innehallet">${w.skip}</a>
			<main class="reader-part" id="innehallet" tabindex="-1">
				<div class="standing">
					<p><strong>${edition}</strong></p>
					<p>${decision}</p>
					<p>${w.offlineLead}</p>
				</div>
				${trusted(standingAlone(editionHtml(model), input))} ${aboutHtml(input)}
			</main>
		</div>
	</div>`;
	return Buffer.from(
		`<!doctype html>\n<html lang="${LANG}">${head(`${title}, ${municipality}`, style)}<body>${String(page)}</body></html>\n`,
		'utf8'
	);
}

/** The sender's colour where the ground is light, which it was checked against. */
function senderStyle({ model: { sender } }: EditionInput): string {
	const accent = sender?.accent ?? '';
	return /^#[0-9a-f]{6}$/i.test(accent)
		? `@media print,(prefers-color-scheme:light){:root{--sender:${accent}}}`
		: '';
}

/** The policy knows the style by its hash: no other style, and nothing from anywhere. */
function head(title: string, style: string): string {
	const hash = createHash('sha256').update(style).digest('base64');
	const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
	const metas: Markup = html`<meta charset="utf-8" />
		<meta http-equiv="content-security-policy" content="${policy}" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<meta name="robots" content="noindex" />
		<title>${title}</title>`;
	return `<head>${String(metas)}<style>${style}</style></head>`;
}

/**
 * P4: what the copy is of, by hash, and where to find out whether it still stands. It has the place in
 * the contents that the page around the article fills on the web.
 */
function aboutHtml({ model, hash }: EditionInput): Markup {
	const { address } = model;
	return html`<section class="editions" id="${anchorsOf(model).formats}">
		<h2>${t.formats}</h2>
		<p>${w.aboutFile}</p>
		${
			address === undefined
				? html`<p>${w.noAddress}</p>`
				: html`<p>${w.newest} <a href="${address}">${address}</a></p>`
		}
		<p>${w.hash} <code>${hash}</code></p>
		${contactHtml(model)}
	</section>`;
}

/** Whom to ask, as it was when the edition was published; nothing where nobody had said. */
function contactHtml({ sender, municipality }: EditionModel): Markup | null {
	const { unit = '', email = '', phone = '', web = '' } = sender?.contact ?? {};
	if ([unit, email, phone, web].every((line) => line === '')) return null;
	return html`<p>
		${reading.contactLead} ${[unit, municipality].filter((name) => name !== '').join(', ')}.
		${email === '' ? null : html`${reading.email} <a href="mailto:${email}">${email}</a>`}
		${phone === '' ? null : html`${reading.phone} ${phone}`}
		${web === '' ? null : html`${reading.web} ${web}`}
	</p>`;
}
