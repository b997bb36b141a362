import { isoDate } from '#core/format.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { PublishedEdition } from '#server/views/published-editions.ts';

/** The pages that search engines are to know: of each edition the address that is its canonical one. */
export function sitemapXml(editions: PublishedEdition[], origin: string): Markup {
	const pages = editions
		.filter(({ hasPage }) => hasPage)
		.map(({ slug, number, isNewest, publishedAt }) => ({
			address: `/r/${slug}${isNewest ? '' : `/v/${number}`}`,
			changed: isoDate(publishedAt)
		}));
	return html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
		<url><loc>${origin}/</loc></url>
		${pages.map(
			({ address, changed }) =>
				html`<url><loc>${origin}${address}</loc><lastmod>${changed}</lastmod></url> `
		)}
		<url><loc>${origin}/tillganglighet</loc></url>
	</urlset>`;
}

/** Where the work is done, and what is for programs that know what they ask for. */
const NOT_FOR_ROBOTS = [
	'/api/',
	'/collab/',
	'/first/',
	'/healthz',
	'/images/',
	'/indicators',
	'/language',
	'/leave',
	'/login',
	'/logout',
	'/metrics',
	'/notices',
	'/previews',
	'/reports',
	'/settings',
	'/templates',
	// Questions have no end; the page itself may be known.
	'/sok?'
];

/** Drafts are behind sign-in; this only spares robots and the server the asking. */
export const robotsText = (origin: string): string =>
	[
		'User-agent: *',
		...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`),
		'',
		`Sitemap: ${origin}/sitemap.xml`,
		''
	].join('\n');
