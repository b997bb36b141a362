import { NOTHING } from '#core/answer-headers.ts';
import { longDate } from '#core/format.ts';
import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { filesTexts } from '#messages/files.ts';
import { refusalWords } from '#messages/refusal.ts';
import { html, type Markup } from '#schema/markup.ts';
import { createHash } from 'node:crypto';

/** What the page needs of Kit's event. */
type At = { locals: Pick<App.Locals, 'app'> };

const LANG = 'sv';
const t = filesTexts(LANG);

/** The reader's own colours; nothing is fetched. */
const STYLE = `:root{color-scheme:light dark}
body{max-width:40rem;margin:0 auto;padding:3rem 1.25rem;font:1.0625rem/1.55 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.25}`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/**
 * The page in the place of a file that there is not, in Swedish as all that readers are sent. Kit's own
 * page for errors of routes that are no pages could not say the reason.
 */
export function noFile(
	why: Refusal | 'notMade',
	{ locals: { app } }: At,
	edition: { slug: string; number: number } | null = null
): Response {
	const { what, then } =
		why === 'notMade'
			? { what: t.notMade, then: t.notMadeThen }
			: refusalWords(why, LANG, app.clock());
	const isGone = why !== 'notMade' && why.code === 'withdrawn';
	const isThere = edition !== null && (why === 'notMade' || isGone);
	const to = isThere ? `/r/${edition.slug}/v/${edition.number}` : '/';
	const page: Markup = html`<main>
		<h1>${what.replace(/\.$/, '')}</h1>
		<p>${isGone ? t.reason(then) : then}</p>
		${isGone ? html`<p>${t.withdrawnOn(longDate(why.at, LANG))}</p>` : null}
		<p><a href="${to}">${isThere ? t.toEdition : t.toStart}</a></p>
	</main>`;
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${String(html`${what}`)}</title><style>${STYLE}</style>`;
	return new Response(
		`<!doctype html><html lang="${LANG}"><head>${head}</head><body>${String(page)}</body></html>`,
		{
			status: why === 'notMade' ? 503 : REFUSAL_STATUS[why.code],
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-language': LANG,
				'cache-control': 'public, max-age=0, must-revalidate',
				...(why === 'notMade' ? { 'retry-after': '30' } : {}),
				'content-security-policy': `${NOTHING}; style-src ${STYLE_HASH}`
			}
		}
	);
}
