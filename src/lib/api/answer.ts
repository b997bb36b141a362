import { apiTexts } from '#messages/api.ts';
import { problemTexts } from '#messages/field-errors.ts';
import { hinderWords } from '#messages/hinders.ts';
import type { Lang } from '#messages/index.ts';
import { refusalSentence } from '#messages/refusal.ts';
import { sourceSentence } from '#messages/source.ts';
import { API_STATUS, type ApiRefusal } from './refusals.ts';

/** Answers as they go out: JSON, refusals with their sentences, and how long they may be kept. */

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer for one person, never to be kept by anybody on the way. */
export const privately = (value: unknown, status: number, headers: Record<string, string> = {}) =>
	new Response(JSON.stringify(value), {
		status,
		headers: { 'content-type': JSON_TYPE, 'cache-control': 'no-store', ...headers }
	});

/**
 * What anybody may read: kept, but asked for anew each time, which costs a 304. `setsCookie` when the
 * answer will bear a cookie, which nobody on the way may keep for others.
 */
export async function publicly(
	value: unknown,
	request: Request,
	setsCookie: boolean
): Promise<Response> {
	const body = new TextEncoder().encode(JSON.stringify(value));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
	const etag = `"${Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('')}"`;
	const headers = {
		'cache-control': `${setsCookie ? 'private' : 'public'}, no-cache`,
		etag
	};
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	// A proxy that compresses marks the tag as weak; it is the same answer.
	if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	return new Response(body, { headers: { ...headers, 'content-type': JSON_TYPE } });
}

/** A refusal: its code and fields, and a sentence in the reader's language. */
export function refused(refusal: ApiRefusal, lang: Lang, now: number): Response {
	const status = API_STATUS[refusal.code];
	const headers: Record<string, string> = {
		'content-language': lang,
		vary: 'Accept-Language'
	};
	if (status === 401) headers['www-authenticate'] = 'Bearer';
	if (refusal.code === 'tooFast' && refusal.after !== undefined)
		headers['retry-after'] = String(refusal.after);
	if (refusal.code === 'methodNotAllowed') headers['allow'] = refusal.allow.join(', ');
	return privately({ error: told(refusal, lang, now) }, status, headers);
}

/** The `error` object; its shape is `errorShapes` of the code. */
function told(refusal: ApiRefusal, lang: Lang, now: number): object {
	const message = sentence(refusal, lang, now);
	const { code, ...fields } = refusal;
	switch (refusal.code) {
		case 'invalid': {
			const words = problemTexts(lang);
			const problems = refusal.problems.map((p) => ({
				...p,
				message: words[p.problem] ?? apiTexts(lang).problem[p.problem] ?? words['other']
			}));
			return { code, message, problems };
		}
		case 'notReady': {
			const hinders = refusal.hinders.map((h) => ({ ...h, message: hinderWords(h, lang) }));
			return { code, message, hinders };
		}
		default:
			return { code, message, ...fields };
	}
}

/** The law's own sentence, save where a page's advice would mean nothing to a client. */
function sentence(refusal: ApiRefusal, lang: Lang, now: number): string {
	const words = apiTexts(lang);
	switch (refusal.code) {
		case 'notSignedIn':
		case 'notFound':
		case 'invalid':
		case 'foreignOrigin':
			return words[refusal.code];
		case 'methodNotAllowed':
			return words.methodNotAllowed(refusal.allow.join(', '));
		case 'malformed':
			return words.malformed[refusal.rule] ?? refusalSentence(refusal, lang, now);
		case 'tooLarge':
			return words.tooLarge[refusal.limit] ?? refusalSentence(refusal, lang, now);
		case 'source':
			return sourceSentence(refusal.why, lang);
		default:
			return refusalSentence(refusal, lang, now);
	}
}
