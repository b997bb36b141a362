import { printText } from '#core/print-text.ts';
import type { DocNode } from '#core/publication.ts';
import { normalise } from '#schema/content.ts';
import { textWithoutNotes } from '#schema/text.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { doc, p } from '#server/demo/write.ts';
import { printDocument } from '#server/export/print/build.ts';
import type { PrintDocument } from '#server/export/print/document.ts';
import { printProblems } from '#server/export/print/problems.ts';
import { eachBlock, runsIn, targetsOf } from '#server/export/print/targets.ts';
import { textOf } from '#server/export/print/widths.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDoc } from '../schema/support/any-document.ts';
import { asRead, notesIn } from '../schema/support/parsed.ts';
import { edition, section } from './support/edition.ts';
import { inputOf } from './support/every-node.ts';

/** Whatever people write, paper holds it or says why it does not. */

const inputFor = (doc: DocNode) =>
	inputOf(edition([section({ key: 'a', title: 'Avsnittet', doc }, [])]));

/** Words alone: kinds of space between them are not compared. */
const bare = (text: string): string => printText(text).replace(/[\s\u00a0]+/g, '');

const partOf = ({ parts }: PrintDocument) =>
	parts.find(({ section: of }) => of?.key === 'a')?.blocks ?? [];

it('[P1] the words of any text stand on paper, in their order, and no others', () => {
	fc.assert(
		fc.property(anyDoc, (doc) => {
			const [heading, ...blocks] = partOf(printDocument(inputFor(doc)));
			expect(heading?.kind).toBe('heading');
			const said = textOf(blocks)
				.replaceAll('Nyckeltalet som skulle visas här finns inte i den godkända texten.', '')
				.replaceAll('•', '');
			expect(bare(said)).toBe(bare(textWithoutNotes(asRead(normalise(doc)))));
			const notes: string[] = [];
			eachBlock(blocks, (one) => {
				for (const { note } of runsIn(one))
					if (note) notes.push(note.runs.map(({ text }) => text).join(''));
			});
			expect(notes.map(bare)).toEqual(notesIn(asRead(normalise(doc))).map(bare));
		}),
		{ numRuns: 200 }
	);
});

it('[P6] any text has unique ids, levels without gaps and tables without holes', () => {
	fc.assert(
		fc.property(anyDoc, (doc) => {
			const document = printDocument(inputFor(doc));
			const ids = targetsOf(document);
			expect(new Set(ids).size).toBe(ids.length);
			let level = 0;
			for (const { blocks } of document.parts)
				eachBlock(blocks, (one) => {
					if (one.kind === 'heading') {
						expect(one.level).toBeLessThanOrEqual(level + 1);
						level = one.level;
					}
					if (one.kind !== 'table') return;
					for (const row of [...one.head, ...one.rows])
						expect(row.reduce((all, { colspan }) => all + colspan, 0)).toBe(one.widths.length);
				});
		}),
		{ numRuns: 200 }
	);
});

it('[P6] a text is printed exactly when it has no problem', async () => {
	const answers = new Set<boolean>();
	await fc.assert(
		fc.asyncProperty(anyDoc, async (text) => {
			const input = inputFor(text);
			const document = printDocument(input);
			const problems = printProblems(document, input);
			const made = await renderPdf(document, {}, { size: 'normal' });
			expect(made.ok).toBe(problems.length === 0);
			expect(problems.every(({ problem }) => problem === 'sign')).toBe(true);
			answers.add(made.ok);
		}),
		// One of each, so that chance alone never leaves one of them untried.
		{ numRuns: 25, examples: [[doc(p('Barnen fick det bättre.'))], [doc(p('\u{13080}'))]] }
	);
	expect(answers.size).toBe(2);
});
