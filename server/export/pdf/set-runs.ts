import type { Run } from '../print/document.ts';
import { FULL_LINE, partWords } from './part-words.ts';

/** Words as the template reads them; a link leads to an address or to an id of this document. */
export type SetRun =
	| { br: true }
	| { pages: true }
	/** A footnote with its number. */
	| { note: number; runs: SetRun[] }
	| { text: string; bold?: true; italic?: true; url?: string; to?: string };

/** The typesetter takes no longer address. */
const LONGEST_ADDRESS = 2000;
const ADDRESS = /^(?:https?:\/\/[^/]|mailto:.|tel:.)/i;

/**
 * @param targets the ids that a link may lead to; a link that leads nowhere becomes its words
 * @param letters how many signs a line holds, where words that are longer must be parted beforehand
 */
export function setRuns(runs: Run[], targets: ReadonlySet<string>, letters = FULL_LINE): SetRun[] {
	return runs.flatMap(({ text, bold, italic, href, pages, note }): SetRun[] => {
		if (pages) return [{ pages }];
		// The foot of the page is as wide as any line.
		if (note) return [{ note: note.number, runs: setRuns(note.runs, targets) }];
		const marks = { ...(bold && { bold }), ...(italic && { italic }), ...leadOf(href, targets) };
		return text.split('\n').flatMap((line, i): SetRun[] => {
			const said = line === '' ? [] : [{ text: partWords(line, letters), ...marks }];
			return i === 0 ? said : [{ br: true }, ...said];
		});
	});
}

function leadOf(
	href: string | undefined,
	targets: ReadonlySet<string>
): { to: string } | { url: string } | null {
	if (href === undefined) return null;
	if (href.startsWith('#')) return targets.has(href.slice(1)) ? { to: href.slice(1) } : null;
	return ADDRESS.test(href) && href.length <= LONGEST_ADDRESS ? { url: href } : null;
}
