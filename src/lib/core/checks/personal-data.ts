import type { DocNode } from '../publication.ts';
import type { ReadSection } from './checked.ts';
import { contacts } from './contacts.ts';
import { digest, excerptOf, finding, type Finding, type FindingCode } from './finding.ts';
import { digestOf, type Passage } from './passage.ts';
import { personalNumbers } from './personal-number.ts';

/** C6: personal data in any text of a section: passages, captions, alternatives, sources, links. */

/** After these a number with a hyphen is that of a matter. */
const MATTER =
	/(?:dnr|diarienummer|ärende\p{L}*|referens\p{L}*|org\.? ?nr|organisationsnummer):? ?$/iu;

type Source = Pick<Passage, 'path' | 'text'> & { own: boolean; digest: () => string };

function inSource(section: ReadSection, { path, text, digest: content, own }: Source): Finding[] {
	const say = (code: FindingCode, from: number, to: number) =>
		finding(
			code,
			{ sectionId: section.sectionId, path, from: own ? from : null, to: own ? to : null },
			content(),
			excerptOf(text, from, to),
			{ written: text.slice(from, to) }
		);
	const numbers = personalNumbers(text);
	const taken = new Set(numbers.map((n) => n.from));
	return [
		...numbers.flatMap(({ from, to, valid }) => {
			if (valid) return [say('personalNumber', from, to)];
			const matter = MATTER.test(text.slice(Math.max(0, from - 30), from));
			return matter ? [] : [say('maybePersonalNumber', from, to)];
		}),
		...contacts(text)
			.filter((c) => !taken.has(c.from))
			.map((c) => say(c.code, c.from, c.to))
	];
}

const fromPassage = (passage: Passage): Source => ({
	path: passage.path,
	text: passage.text,
	own: passage.where === 'text',
	digest: () => digestOf(passage)
});

/** The addresses that links lead to: `mailto:` and `tel:` stand in no text. */
function linkSources(doc: DocNode): Source[] {
	const found: Source[] = [];
	const read = (node: DocNode, path: number[]): void => {
		for (const mark of node.marks ?? []) {
			const href = mark.attrs?.['href'];
			if (typeof href !== 'string' || !/^(?:mailto|tel):/i.test(href)) continue;
			const text = href.slice(href.indexOf(':') + 1);
			// What the words of the link say already is told of there.
			if (node.text?.includes(text)) continue;
			found.push({ path: path.slice(0, -1), text, digest: () => digest(href), own: false });
		}
		for (const [i, child] of (node.content ?? []).entries()) read(child, [...path, i]);
	};
	read(doc, []);
	return found;
}

/** Personal numbers, telephone numbers and personal addresses (C6). */
export const personalData = (section: ReadSection): Finding[] =>
	[...section.passages.map(fromPassage), ...linkSources(section.doc)].flatMap((source) =>
		inSource(section, source)
	);
