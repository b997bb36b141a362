import { BuilderElement, FileChild, InternalHyperlink, Paragraph, XmlComponent } from 'docx';
import type { Block } from '../print/document.ts';
import { inline } from './inline.ts';
import { textRuns } from './runs.ts';
import { STYLE } from './styles.ts';

export type Heading = Extract<Block, { kind: 'heading' }>;

/** A heading of the contents, and the bookmark that it stands at. */
export type ContentsEntry = { level: number; text: string; bookmark: string };

const element = (
	name: string,
	attributes: Record<string, string> = {},
	children: XmlComponent[] = []
): BuilderElement =>
	new BuilderElement({
		name,
		attributes: Object.fromEntries(
			Object.entries(attributes).map(([key, value]) => [key, { key, value }])
		),
		children
	});

/** What a field is asked to show. */
class Instruction extends XmlComponent {
	constructor(code: string) {
		super('w:instrText');
		this.root.push({ _attr: { 'xml:space': 'preserve' } }, code);
	}
}

const fieldPart = (type: 'begin' | 'separate' | 'end') =>
	inline(element('w:r', {}, [element('w:fldChar', { 'w:fldCharType': type })]));

/**
 * The contents as Word's own field with its entries filled in, each a link. They have no numbers of pages,
 * for only Word knows its pages: a file that asks it to count them opens with a question to the reader
 * whether it may. Who updates the field, by F9 or the button above it, gets the numbers.
 */
export class Contents extends FileChild {
	constructor(title: string, entries: ContentsEntry[]) {
		super('w:sdt');
		const deepest = Math.max(1, ...entries.map(({ level }) => level));
		const instruction = element('w:r', {}, [new Instruction(` TOC \\o "1-${deepest}" \\h \\z `)]);
		const begin = [fieldPart('begin'), inline(instruction), fieldPart('separate')];
		const lines = entries.map(
			({ level, text, bookmark }, i) =>
				new Paragraph({
					style: `TOC${level}`,
					children: [
						...(i === 0 ? begin : []),
						new InternalHyperlink({
							anchor: bookmark,
							children: textRuns(text.replaceAll('\n', ' '))
						}),
						...(i === entries.length - 1 ? [fieldPart('end')] : [])
					]
				})
		);
		this.root.push(
			element('w:sdtPr', {}, [
				element('w:docPartObj', {}, [
					element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
					element('w:docPartUnique')
				])
			]),
			element('w:sdtContent', {}, [
				new Paragraph({
					style: STYLE.contentsTitle,
					pageBreakBefore: true,
					children: textRuns(title)
				}),
				...lines
			])
		);
	}
}
