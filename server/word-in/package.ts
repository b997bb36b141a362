import type { WordProblem } from '#core/word-in/proposal.ts';
import { unzip } from '#server/zip/unzip.ts';
import { problemOf, WORD_XML, WORD_ZIP, WORD_ZIP_PROBLEMS } from './kind.ts';

/** The parts that words and pictures stand in; fonts, themes and files within the file are not even unpacked. */
const isXml = (name: string): boolean =>
	/^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w-]+\.(?:xml|xml\.rels))$/.test(
		name
	);
const isPicture = (name: string): boolean => /^(?:word\/)?media\/[^/]+$/.test(name);

export type Package = {
	/** By name. */
	parts: Map<string, Buffer>;
	/** The name of the part with the text itself. */
	main: string;
	document: string;
	/** A part's XML; empty where there is none. */
	xml: (name: string) => string;
	names: string[];
};

export type Opened = { ok: true; value: Package } | { ok: false; problem: WordProblem };

/** What stands for a declaration of types in XML: no program that writes Word needs one. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;

/** Opens a Word file, with limits on what it declares and what it becomes. */
export function openPackage(bytes: Uint8Array): Opened {
	const no = (problem: WordProblem): Opened => ({ ok: false, problem });
	const problem = problemOf(bytes);
	if (problem) return no(problem);
	const found = unzip(bytes, (name) => isXml(name) || isPicture(name), WORD_ZIP);
	if (!found.ok) return no(WORD_ZIP_PROBLEMS[found.problem]);
	const parts = found.value;
	let letters = 0;
	for (const [name, part] of parts) {
		if (!isXml(name)) continue;
		letters += part.length;
		if (letters > WORD_XML) return no('unpacksTooLarge');
		if (DECLARES.test(part.toString('utf8'))) return no('damaged');
	}
	const xml = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
	const main = mainPart(xml('_rels/.rels'));
	const document = xml(main);
	if (document === '') return no('damaged');
	return { ok: true, value: { parts, main, document, xml, names: [...parts.keys()] } };
}

/** Where the text stands: nearly always `word/document.xml`. */
function mainPart(rels: string): string {
	for (const [tag] of rels.matchAll(/<Relationship\b[^>]*>/g))
		if (/\/officeDocument"/.test(tag)) {
			const target = /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '';
			return target.replace(/^\//, '');
		}
	return 'word/document.xml';
}
