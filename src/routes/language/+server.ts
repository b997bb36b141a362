import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { safeNext } from '../next.ts';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language and goes back to the page. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
	const form = await request.formData();
	const lang = form.get('lang') === 'en' ? 'en' : 'sv';
	const secure = locals.app.origin.startsWith('https:');
	cookies.set('lang', lang, { path: '/', maxAge: YEAR, sameSite: 'lax', secure });
	redirect(303, safeNext(form.get('next')));
};
