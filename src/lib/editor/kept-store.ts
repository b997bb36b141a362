import type { KeptText } from './kept-text.ts';

/**
 * A person's own text across the reload that a new program or a rebuilt document asks for, in this
 * tab's memory alone. On a shared computer nobody else is shown it: it bears its owner's id.
 */
const keyOf = (personId: string, sectionId: string): string => `kept:${personId}:${sectionId}`;

/** Keeps the texts until the section is on the page again. */
export function keepAcross(personId: string, sectionId: string, kept: KeptText[]): void {
	sessionStorage.setItem(keyOf(personId, sectionId), JSON.stringify(kept));
}

/** Takes out what was kept. */
export function takeKept(personId: string, sectionId: string): KeptText[] {
	const key = keyOf(personId, sectionId);
	const found = sessionStorage.getItem(key);
	sessionStorage.removeItem(key);
	return found === null ? [] : (JSON.parse(found) as KeptText[]);
}

const RELOADED = 'reloaded-at';
const AGAIN_MS = 60_000;

/** Notes that the page reloads itself; false when it did so a moment ago and must not again. */
export function mayReload(now: number): boolean {
	const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
	if (now - last < AGAIN_MS) return false;
	sessionStorage.setItem(RELOADED, String(now));
	return true;
}

/** True when the words are nowhere but in this page. */
export const isOnlyHere = ({ lateId, why }: KeptText): boolean =>
	lateId === null && why.kind !== 'rebuilt' && why.kind !== 'gone';
