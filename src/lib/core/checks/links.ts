import { ownText } from '../cell-text.ts';
import type { DocNode } from '../publication.ts';
import { digest, excerptOf, finding, type Finding } from './finding.ts';

/** C5: links whose words do not say where they lead. */

/** A link as it is read: neighbours with the same address are one. */
type Link = { href: string; text: string; from: number; to: number };

function linksIn(block: DocNode): Link[] {
	const found: Link[] = [];
	let at = 0;
	for (const node of block.content ?? []) {
		const text = ownText({ type: block.type, content: [node] });
		const to = at + text.length;
		const href = node.marks?.find((m) => m.type === 'link')?.attrs?.['href'];
		const last = found[found.length - 1];
		if (typeof href === 'string') {
			if (last?.href === href && last.to === at) {
				last.text += text;
				last.to = to;
			} else found.push({ href, text, from: at, to });
		}
		at = to;
	}
	return found;
}

const NOTHING = new Set([
	'här',
	'klicka här',
	'tryck här',
	'länk',
	'länken',
	'denna länk',
	'den här länken',
	'läs mer',
	'läs mer här',
	'läs vidare',
	'mer',
	'mer information',
	'mer info',
	'se här',
	'klicka',
	'click here',
	'here',
	'read more',
	'link'
]);

/** A whole address is read aloud letter by letter; the mere name of a site may be its name. */
const isAddress = (text: string): boolean =>
	/^https?:\/\//i.test(text) || (/^www\./i.test(text) && text.includes('/') && text.length > 25);

/** The links of one textblock that say too little. */
export function links(sectionId: string, block: DocNode, path: number[]): Finding[] {
	return linksIn(block).flatMap(({ href, text, from, to }) => {
		const words = text.replace(/\s+/g, ' ').trim();
		const bare = words
			.toLowerCase()
			.replace(/[.:!»>→]+$/, '')
			.trim();
		const code =
			words === ''
				? 'linkEmpty'
				: NOTHING.has(bare)
					? 'linkSaysNothing'
					: isAddress(words)
						? 'linkIsAddress'
						: null;
		if (!code) return [];
		const place = { sectionId, path, from, to };
		const shown = words === '' ? href : words;
		return [finding(code, place, digest(`${href}\n${text}`), excerptOf(shown), { written: shown })];
	});
}
