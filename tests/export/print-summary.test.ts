import type { EditionModel } from '#core/publication.ts';
import { PRINT_SIGNS } from '#core/print-signs-data.ts';
import { unprintable } from '#core/print-signs.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { printDocument } from '#server/export/print/build.ts';
import type { PrintDocument } from '#server/export/print/document.ts';
import { printProblems } from '#server/export/print/problems.ts';
import { summaryDocument } from '#server/export/print/summary.ts';
import { textOf } from '#server/export/print/widths.ts';
import { describe, expect, it } from 'vitest';
import { figures, similar, value } from '../support/figures.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { everyNodeEdition, inputOf } from './support/every-node.ts';
import { doc, p } from './support/page.ts';

/** The one page for the meeting; and the font of paper, by printing with it. */

const textOfPage = (document: PrintDocument): string =>
	document.parts.map(({ blocks }) => textOf(blocks)).join('\n');
const summary = (model: EditionModel): PrintDocument => summaryDocument(inputOf(model));

async function pagesOf(model: EditionModel): Promise<number> {
	const input = inputOf(model);
	const made = await renderPdf(summaryDocument(input), input.images, { size: 'summary' });
	if (!made.ok) throw new Error(made.reason);
	return made.pages;
}

/** Indicators with long names, every second of which got better. */
const many = Array.from({ length: 30 }, (_, i) =>
	figures(
		[value('2021', 50), value('2022', i % 2 === 0 ? 40 : 60), value('2022', 50, 'g-similar')],
		{
			groups: [similar],
			indicator: {
				id: `n${i}`,
				key: `n${i}`,
				title: `Elever i årskurs ${i} som har en förälder med sjuk- eller aktivitetsersättning`
			}
		}
	)
);
const crowded = (lines: string[]): EditionModel =>
	edition([
		section(
			{
				key: 'summary',
				number: '2',
				title: 'Sammanfattning',
				doc: doc(...lines.map((one) => p(one)))
			},
			many,
			many.map(({ indicator }) => indicator.id)
		)
	]);
const LONG = 'En mening om hur barnen har haft det under året och vad som behöver beslutas. '
	.repeat(60)
	.trim();

describe('the summary', () => {
	it('[I4] it says the counts, what got better and worse with its values, and what to decide', () => {
		const { title, parts, facts, colophon, contentsTitle } = summary(demoEdition());
		const said = parts.map(({ blocks }) => textOf(blocks)).join('\n');
		expect(title).toBe('Sammanfattning av Barnbokslut 2022');
		expect(contentsTitle).toBe('');
		for (const told of [
			'Av de 10 nyckeltal vars utveckling går att bedöma har 5 förbättrats och 5 försämrats.',
			'4 löften följs upp: 1 genomfört, 2 påbörjade och 1 ej påbörjat.',
			'Det här har förbättrats (5)',
			'Barn i familjer med ekonomiskt bistånd: 14,7\u00a0% (2021)',
			'Okänd utveckling för 8 nyckeltal.',
			'Det går inte att svara ja eller nej',
			'Att ta ställning till.',
			'Texten fortsätter i avsnitt 2.',
			'Hela rapporten: Barnbokslut 2022, utgåva 1.'
		])
			expect(said).toContain(told);
		expect(JSON.stringify(facts)).toContain('§\u00a087');
		expect(colophon.join()).toContain(inputOf(demoEdition()).hash);
	});

	it('[I4] what has no room is counted and never left out in silence', () => {
		const said = textOfPage(summary(crowded(['Kort text.'])));
		const shown = said.match(/\(2022\)/g)?.length ?? 0;
		const left = [...said.matchAll(/och (\d+) till/g)].reduce((all, [, n]) => all + Number(n), 0);
		expect(shown).toBeGreaterThanOrEqual(6);
		expect(left).toBeGreaterThan(0);
		expect(shown + left).toBe(30);
		expect(said).not.toContain('Texten fortsätter');
	});

	it('[I4] a text that is longer than the page is cut between words, and said to go on', () => {
		const said = textOfPage(summary(crowded([LONG])));
		expect(said).toMatch(/beslutas\. …\n/);
		expect(said).toContain('Texten fortsätter i avsnitt 2.');
		expect(said.length).toBeLessThan(4200);
	});

	it('[P6] it fits one page: the demo, thirty indicators, a text without end, nothing at all', async () => {
		for (const [name, model] of Object.entries({
			demo: demoEdition(),
			many: crowded(['Kort text.']),
			long: crowded([LONG, LONG]),
			every: everyNodeEdition(),
			none: edition([])
		}))
			expect(await pagesOf(model), name).toBe(1);
	});

	it('[I4] without indicators it says so; without a section of its own it quotes none', () => {
		const said = textOfPage(summary(edition([section({ key: 'a', doc: doc(p('Text.')) }, [])])));
		expect(said).toContain('Rapporten redovisar inga nyckeltal');
		expect(said).not.toContain('Ur avsnitt');
		expect(said).not.toContain('förbättrats');
	});
});

describe('the font of paper', () => {
	it('[C8] every sign that is said to be printable is printed, and one that is not is refused', async () => {
		const signs = PRINT_SIGNS.split(' ').flatMap((range) => {
			const [from = 0, to = from] = range.split('-').map((code) => parseInt(code, 16));
			return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
		});
		expect(signs.length).toBeGreaterThan(1500);
		const render = async (text: string) => {
			const model = edition([section({ key: 'a', doc: doc(p(text)) }, [])]);
			const input = inputOf(model);
			const document = printDocument(input);
			const made = await renderPdf(document, {}, { size: 'normal' });
			return { made: made.ok, told: printProblems(document, input).length };
		};
		expect(unprintable(signs.join(' '))).toEqual([]);
		expect(await render(signs.join(' '))).toEqual({ made: true, told: 0 });
		expect(
			await render('mjukt\u00adstreck, noll\u200bbredd, fast\u00a0mellanrum, \ufeff\u0007')
		).toEqual({
			made: true,
			told: 0
		});
		for (const sign of ['😀', 'م', '漢', '\ufffd'])
			expect(await render(`Ett ${sign} tecken`), sign).toEqual({ made: false, told: 1 });
	});
});
