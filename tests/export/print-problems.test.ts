import type { EditionModel } from '#core/publication.ts';
import { isSound } from '#core/image-sound.ts';
import { MOST_PRINT_COLUMNS } from '#core/print-signs.ts';
import { makeForms } from '#server/export/forms.ts';
import type { EditionInput, PrintProblem } from '#server/export/input.ts';
import { printDocument } from '#server/export/print/build.ts';
import { MOST_LETTERS, printProblems } from '#server/export/print/problems.ts';
import { describe, expect, it } from 'vitest';
import { figures, value } from '../support/figures.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { cell, everyNodeEdition, header, inputOf, table } from './support/every-node.ts';
import { block, doc, h, p } from './support/page.ts';
import { pictures } from './support/pictures.ts';

/** What paper cannot hold is named by section, before a library refuses it without a place. */

const problemsOf = (input: EditionInput): PrintProblem[] =>
	printProblems(printDocument(input), input);
const inText = (...content: Parameters<typeof doc>): PrintProblem[] =>
	problemsOf(
		inputOf(edition([section({ key: 'a', title: 'Avsnittet', doc: doc(...content) }, [])]))
	);
const AT = { key: 'a', title: 'Avsnittet' };

const wide = (columns: number) =>
	table(
		{ caption: 'Bred tabell' },
		Array.from({ length: columns }, (_, i) => header(`K${i}`)),
		Array.from({ length: columns }, () => cell('1'))
	);
const picture = (alt: string, image = 'bild') => ({
	type: 'picture',
	attrs: { image, alt, caption: 'Skolgården' }
});
const withPicture = (bytes: Uint8Array | null, alt = 'En skolgård med barn'): PrintProblem[] => {
	const model: EditionModel = edition([
		section({ key: 'a', title: 'Avsnittet', doc: doc(picture(alt)) }, [])
	]);
	return problemsOf({ ...inputOf(model), images: bytes ? { bild: bytes } : {} });
};

describe('what is well', () => {
	it('[P6] the demo, every node, and an edition of nothing have no problem', () => {
		for (const model of [demoEdition(), everyNodeEdition(), edition([])])
			expect(problemsOf(inputOf(model))).toEqual([]);
	});

	it('[P6] soft hyphens, spaces of every width and what is not seen are no problem', () => {
		const text =
			'mjukt\u00adstreck, noll\u200bbredd, fast\u00a0och\u202fsmalt, tunt\u2009, \u0007\ufeff\u200d';
		expect(inText(p(text), h(1, text))).toEqual([]);
	});
});

describe('signs', () => {
	it('[P6] a sign that the font lacks is told with its number and its words, by section', () => {
		expect(inText(p('Bra jobbat 😀 alla barn'))).toEqual([
			{ section: AT, problem: 'sign', excerpt: '😀 (U+1F600): Bra jobbat 😀 alla barn' }
		]);
		expect(inText(p('مرحبا'), h(1, '\uf0b7 Punkt'))).toHaveLength(6);
	});

	it('[P6] it is found wherever it is printed: tables, sources, titles, names, decisions', () => {
		const places: EditionModel[] = [
			edition([section({ key: 'a', title: 'Glada 😀', doc: doc(p('Text')) }, [])]),
			edition([section({ key: 'a', doc: doc(p('Text')), department: 'Skolan 😀' }, [])]),
			edition([
				section({ key: 'a', doc: doc(wide(2), { ...wide(2), attrs: { caption: '😀' } }) }, [])
			]),
			edition([
				section(
					{ key: 'a', doc: doc({ type: 'quote', attrs: { source: '😀' }, content: [p('Ja')] }) },
					[]
				)
			]),
			edition([], { title: 'Barnbokslut 😀' }),
			edition([], { municipality: '😀' }),
			edition([], { note: '😀' }),
			edition([{ ...section({ key: 'a', doc: doc(p('Text')) }, []), approvedBy: 'Sara 😀' }])
		];
		for (const [i, model] of places.entries())
			expect(
				problemsOf(inputOf(model)).map(({ problem }) => problem),
				`place ${i}`
			).toContain('sign');
	});

	it('[P6] a name that stands in a chart is found there', () => {
		const known = figures([value('2021', 14.7), value('2022', 15.7)]);
		const model = edition(
			[section({ key: 'a', title: 'Avsnittet', doc: doc(block('bistand')) }, [known])],
			{
				municipality: 'Ort ①'
			}
		);
		expect(problemsOf(inputOf(model))).toContainEqual({
			section: AT,
			problem: 'sign',
			excerpt: '① (U+2460): Ort ①'
		});
	});
});

describe('tables, alternatives, size', () => {
	it('[P6] a table of more columns than a page holds is named by its caption', () => {
		expect(inText(wide(MOST_PRINT_COLUMNS))).toEqual([]);
		for (const columns of [MOST_PRINT_COLUMNS + 1, 40])
			expect(inText(wide(columns))).toEqual([
				{ section: AT, problem: 'columns', excerpt: 'Bred tabell' }
			]);
	});

	it('[P6] a picture without words has no alternative', () => {
		expect(withPicture(pictures.png, ' ')).toEqual([
			{ section: AT, problem: 'alternative', excerpt: 'Skolgården' }
		]);
	});

	it('[P6] three hundred pages pass, and a document without end does not', () => {
		const page = 'Ett stycke om barnens rätt till utbildning. '.repeat(68);
		expect(page.length * 300).toBeGreaterThan(890_000);
		expect(inText(...Array.from({ length: 300 }, () => p(page)))).toEqual([]);
		const pages = Math.ceil(MOST_LETTERS / page.length) + 1;
		expect(inText(...Array.from({ length: pages }, () => p(page)))).toEqual([
			{ section: null, problem: 'size', excerpt: '' }
		]);
	});
});

describe('pictures', () => {
	it('[P6] a picture of every kind that the store takes is whole', () => {
		for (const [name, bytes] of Object.entries(pictures))
			// The inks of a press are for a press.
			expect(isSound(bytes), name).toBe(name !== 'cmyk');
	});

	it('[P6] one that is missing, cut off, damaged, something else or too large is told', () => {
		const damaged = pictures.png.slice();
		damaged[60] = (damaged[60] ?? 0) ^ 0xff;
		const enormous = pictures.png.slice();
		new DataView(enormous.buffer).setUint32(16, 10_000);
		new DataView(enormous.buffer).setUint32(20, 10_000);
		const bad: Record<string, Uint8Array | null> = {
			missing: null,
			empty: new Uint8Array(),
			text: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
			damaged,
			enormous,
			...Object.fromEntries(
				Object.entries(pictures).map(([name, bytes]) => [
					`half a ${name}`,
					bytes.slice(0, Math.floor(bytes.length * 0.6))
				])
			)
		};
		for (const [name, bytes] of Object.entries(bad))
			expect(withPicture(bytes), name).toEqual([
				{ section: AT, problem: 'picture', excerpt: 'Skolgården' }
			]);
	});

	it('[P6] no picture, however it is cut, is more than told', () => {
		for (const bytes of Object.values(pictures))
			for (let length = 0; length < bytes.length; length += 7)
				expect(typeof isSound(bytes.slice(0, length))).toBe('boolean');
	});

	it('[P6] a logo that cannot be read is told of the whole', () => {
		const input = inputOf(everyNodeEdition());
		const { logga: _, ...images } = input.images;
		expect(problemsOf({ ...input, images })).toEqual([
			{ section: null, problem: 'picture', excerpt: 'Exempelkommun, logotyp' }
		]);
	});
});

it('[P6] no paper is made of what has a problem', async () => {
	const model = edition([section({ key: 'a', title: 'Avsnittet', doc: doc(p('😀')) }, [])]);
	const made = await makeForms(inputOf(model));
	expect(made).toMatchObject({
		ok: false,
		problems: [{ section: AT, problem: 'sign', excerpt: '😀 (U+1F600): 😀' }]
	});
	expect(made.forms.map(({ form }) => form)).not.toEqual(
		expect.arrayContaining([expect.stringMatching(/^(?:pdf|large|summary|docx|zip)$/)])
	);
});
