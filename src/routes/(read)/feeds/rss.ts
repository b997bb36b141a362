import { longDate } from '#core/format.ts';
import { readerTexts } from '#messages/reader.ts';
import { readingTexts } from '#messages/reading.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { PublishedEdition } from '#server/views/published-editions.ts';

const t = readerTexts('sv');
const w = readingTexts('sv');

/** Readers of feeds want what is new. */
const MOST = 50;

/** RSS 2.0 of editions, the newest first; a correction tells why it came. */
export function rssXml(editions: PublishedEdition[], origin: string): Markup {
	const shown = editions.filter(({ hasPage }) => hasPage).slice(0, MOST);
	const [newest] = shown;
	const words = shown.every(({ kind }) => kind === 'barnbokslut') ? w : w.reports;
	const address = `${origin}/rss.xml`;
	return html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
		<channel>
			<title>${newest ? words.feedTitle(newest.municipality) : t.site}</title>
			<link>${origin}/</link>
			<description>${words.feedDescription}</description>
			<language>sv</language>
			${newest ? html`<lastBuildDate>${new Date(newest.publishedAt).toUTCString()}</lastBuildDate>` : null}
			<atom:link href="${address}" rel="self" type="application/rss+xml" />
			${shown.map((edition) => itemXml(edition, origin))}
		</channel>
	</rss>`;
}

function itemXml(edition: PublishedEdition, origin: string): Markup {
	const { slug, number, title, municipality, decision, note, publishedAt } = edition;
	const permanent = `${origin}/r/${slug}/v/${number}`;
	const decided = t.decisionLine(decision.body, longDate(decision.date, 'sv'), decision.paragraph);
	const about = note === '' ? t.description(title, municipality, decided) : `${t.reason} ${note}`;
	return html`<item>
		<title>${title}, ${municipality} (${t.editionOf(number).toLowerCase()})</title>
		<link>${permanent}</link>
		<guid isPermaLink="true">${permanent}</guid>
		<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>
		<description>${about}</description>
	</item>`;
}
