import type { DocNode, EditionModel } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { demoEdition } from '../export/support/edition.ts';

/** A page of running text holds as many words. */
const WORDS_OF_A_PAGE = 400;

const wordsOf = (doc: DocNode): number => plainText(doc).split(/\s+/).length;

/** The demo's edition until it fills so many pages: its sections again, with their own keys and words. */
export function longEdition(pages: number): EditionModel {
	const demo = demoEdition();
	const sections: EditionModel['sections'] = [];
	let words = 0;
	for (let round = 0; words < pages * WORDS_OF_A_PAGE; round += 1)
		for (const section of demo.sections) {
			const content = structuredClone(section.content);
			if (round > 0) {
				const rename = (node: DocNode): void => {
					if (node.text !== undefined)
						node.text = node.text.replace(/\b(?:barn|barnen)\b/g, `$&${round}`);
					node.content?.forEach(rename);
				};
				rename(content.doc);
				content.key = `${content.key}.${round}`;
				content.title = `${content.title} ${round}`;
			}
			words += wordsOf(content.doc);
			sections.push({ ...section, content });
			if (words >= pages * WORDS_OF_A_PAGE) break;
		}
	return { ...demo, sections };
}

/** A year in which every paragraph has lost and got some words: more than any report we know. */
export function everywhereChanged(model: EditionModel): EditionModel {
	const change = (node: DocNode): void => {
		if (node.text !== undefined)
			node.text = node.text
				.split(' ')
				.map((word, i) => (i % 7 === 3 ? 'ändrat' : word))
				.filter((_, i) => i % 11 !== 5)
				.join(' ');
		node.content?.forEach(change);
	};
	const next = structuredClone(model);
	for (const { content } of next.sections) change(content.doc);
	return next;
}

/** Milliseconds of this thread's processor since. */
export function spent(since: NodeJS.CpuUsage): number {
	const { user, system } = process.threadCpuUsage(since);
	return (user + system) / 1000;
}
