import { isSafeHref } from '#schema/attributes.ts';

/**
 * The address that people mean: `www.scb.se` is on the web, `namn@kommun.se` is mail, `026-17 80 00`
 * is a telephone. Null when nothing safe can be made of it.
 */
export function linkAddress(typed: string): string | null {
	const text = typed.trim();
	if (text === '') return null;
	if (isSafeHref(text)) return text;
	const candidates = [
		/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : null,
		/^\+?[\d\s()-]{6,20}$/.test(text) ? `tel:${text.replace(/[^\d+]/g, '')}` : null,
		/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#:].*)?$/u.test(text) ? `https://${text}` : null
	];
	return candidates.find((c) => c !== null && isSafeHref(c)) ?? null;
}
