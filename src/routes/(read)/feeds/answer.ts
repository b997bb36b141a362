import { NOT_XML } from '#core/xml-signs.ts';
import { sha256Hex } from '#schema/content.ts';
import type { Markup } from '#schema/markup.ts';

/** An XML document as an answer that anyone may keep and asks about with its ETag. */
export const xmlAnswer = (type: string, document: Markup): Response =>
	textAnswer(
		type,
		`<?xml version="1.0" encoding="UTF-8"?>\n${String(document).trim().replace(NOT_XML, '')}\n`
	);

/** The same for any text. */
export const textAnswer = (type: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'cache-control': 'public, max-age=0, must-revalidate',
			etag: `"${sha256Hex(text).slice(0, 32)}"`
		}
	});
