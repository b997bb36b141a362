import { areaTablesOf } from '#core/areas.ts';
import { printDocument } from '#server/export/print/build.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { thisYear } from '#server/demo/this-year.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { edition, section } from './support/edition.ts';
import { inputOf } from './support/every-node.ts';
import { pdfFailures } from './support/pdf-structure.ts';

/** Areas on paper: a follow-up over several pages, whose areas have up to three measures each. */

const doc = thisYear.sections.find(({ key }) => key === 'followUp')?.doc ?? { type: 'doc' };
const [table] = areaTablesOf(doc);
const model = edition([section({ key: 'followUp', number: '1', title: 'Uppföljning', doc }, [])]);

async function made(size: 'normal' | 'large'): Promise<Uint8Array> {
	const pdf = await renderPdf(printDocument(inputOf(model)), {}, { size });
	if (!pdf.ok) throw new Error(pdf.reason);
	return pdf.bytes;
}

/** The words of each page, without spaces and hyphens: where lines end is not what this is about. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
	const task = getDocument({ data: bytes.slice(), verbosity: 0 });
	const pdf = await task.promise;
	const pages: string[] = [];
	for (let n = 1; n <= pdf.numPages; n += 1) {
		const { items } = await (await pdf.getPage(n)).getTextContent();
		pages.push(bare(items.map((item) => ('str' in item ? item.str : '')).join('')));
	}
	await task.destroy();
	return pages;
}
const bare = (text: string): string => text.replace(/[\s\u00ad\u2010-]/gu, '');

it.each(['normal', 'large'] as const)(
	'[P6] an area stands on one page with its measures, in a table that is read aloud: %s',
	async (size) => {
		const bytes = await made(size);
		expect(await pdfFailures(bytes)).toEqual([]);
		const pages = await pagesOf(bytes);
		const several = (table?.areas ?? []).filter(({ measures }) => measures.length > 1);
		expect(several.length).toBeGreaterThan(5);
		const at = several.map(({ title, measures }) => {
			const first = measures[0]?.text ?? '';
			const page = pages.findIndex((words) => words.includes(bare(`1. ${first}`)));
			expect(pages[page], title).toContain(bare(title));
			if (size === 'normal')
				for (const { text, comments } of measures)
					for (const words of [text, ...comments])
						expect(pages[page], title).toContain(bare(words));
			return page;
		});
		expect(new Set(at).size).toBeGreaterThan(1);
	}
);
