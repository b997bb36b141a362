import { ownText, TEXTBLOCKS } from '../cell-text.ts';
import type { DocNode } from '../publication.ts';
import type { ReadSection } from './checked.ts';
import { digest, excerptOf, finding, type Finding, type FindingCode } from './finding.ts';
import { links } from './links.ts';
import { gridDigest } from './table-grid.ts';

/** C5: what shuts out a reader who does not see the page. */

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A name of a file or the word "bild" says nothing of what is seen. */
const NOTHING =
	/^(?:bild(?:en)?|foto|image|picture|diagram|logga|logotyp|img|skärmbild)[\s_\d-]*$/i;
const FILE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

function pictureFindings(section: ReadSection, node: DocNode, path: number[]): Finding[] {
	const alt = text(node.attrs?.['alt']);
	const content = digest(`${text(node.attrs?.['image'])}\n${alt}`);
	const place = { sectionId: section.sectionId, path };
	const caption = text(node.attrs?.['caption']);
	if (alt === '') return [finding('altMissing', place, content, caption)];
	if (NOTHING.test(alt) || FILE.test(alt))
		return [finding('altSaysNothing', place, content, alt, { written: alt })];
	return [];
}

function tableFindings(section: ReadSection): Finding[] {
	return section.tables.flatMap((grid) => {
		const first = grid.rows[0] ?? [];
		const row = first.length > 0 && first.every((cell) => cell === null || cell.header);
		const column = grid.rows.length > 0 && grid.rows.every((cells) => cells[0]?.header ?? false);
		const words = [...first, ...grid.rows.map((cells) => cells[0])].some(
			(cell) => cell?.header && cell.text !== ''
		);
		if ((row || column) && words) return [];
		const place = { sectionId: section.sectionId, path: grid.path };
		const name = grid.caption || excerptOf(first.map((c) => c?.text ?? '').join(' | '));
		return [finding('tableWithoutHeader', place, gridDigest(grid), name)];
	});
}

/** Pictures, tables, headings and links of a section (C5). */
export function accessibility(section: ReadSection): Finding[] {
	const found: Finding[] = [];
	let level = 0;
	const heading = (node: DocNode, path: number[]): void => {
		const words = ownText(node).trim();
		const place = { sectionId: section.sectionId, path };
		const say = (code: FindingCode) => found.push(finding(code, place, digest(words), words));
		const own = typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : 1;
		if (words === '') {
			say('headingEmpty');
			return;
		}
		// The section's own title stands above the first level.
		if (own > level + 1) say('headingOrder');
		level = own;
	};
	const read = (node: DocNode, path: number[]): void => {
		if (node.type === 'heading') heading(node, path);
		if (node.type === 'picture') found.push(...pictureFindings(section, node, path));
		if (TEXTBLOCKS.has(node.type))
			for (const one of links(section.sectionId, node, path)) found.push(one);
		for (const [i, child] of (node.content ?? []).entries())
			if (child.text === undefined) read(child, [...path, i]);
	};
	read(section.doc, []);
	return [...found, ...tableFindings(section)];
}
