// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { matrixOf } from '#server/export/matrix.ts';
import { promisesOf } from '#server/export/promises.ts';
import { table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { demoEdition, edition, section } from './support/edition.ts';
import { all, doc, p, page, words } from './support/page.ts';

const HEAD = ['Löfte', 'Ansvar', 'Status', 'Kommentar'];
const followUp = (rows: string[][], head = HEAD): DocNode =>
	table('Uppföljning', head, rows, 'followUp');
const model = (...blocks: DocNode[]) =>
	edition([
		section({ key: 'followUp', number: '4', title: 'Uppföljning', doc: doc(...blocks) }, [])
	]);
const countsOf = (...blocks: DocNode[]) =>
	promisesOf(model(...blocks))?.outcomes.map(({ status, names }) => [status, ...names]) ?? null;

describe('promises kept and not kept', () => {
	it('[P4] are counted by the words of the status column, what is not understood as unknown', () => {
		expect(
			countsOf(
				p('Före'),
				followUp([
					['A', 'Skola', 'Genomförd', ''],
					['B', 'Skola', 'PÅBÖRJAT.', 'Genomförd till hälften'],
					['C', 'Kultur', 'Ej påbörjad', ''],
					['D', 'Kultur', 'Inte påbörjat, saknar medel', ''],
					['E', 'Kultur', 'Avbruten', ''],
					['F', 'Alla', 'Delvis genomförd', ''],
					['G', 'Alla', 'Se kommentaren', ''],
					['H', 'Alla', '', ''],
					['', '', '', '']
				])
			)
		).toEqual([
			['completed', 'A'],
			['started', 'B', 'F'],
			['notStarted', 'C', 'D'],
			['stopped', 'E'],
			['unknown', 'G', 'H']
		]);
	});

	it('[P4] words that only look like a status are none', () => {
		expect(countsOf(followUp([['A', 'x', 'Genomförs', 'Klart 2026']]))).toBeNull();
		expect(
			countsOf(
				followUp([
					['A', 'x', 'Klart', ''],
					['B', 'x', 'Klar i maj', '']
				])
			)
		).toEqual([
			['completed', 'A'],
			['unknown', 'B']
		]);
	});

	it('[P4] a column without a name is one when it holds nothing else', () => {
		const head = ['Löfte', 'Hur gick det?'];
		expect(
			countsOf(
				followUp(
					[
						['A', 'Genomförd'],
						['B', 'Okänt']
					],
					head
				)
			)
		).toEqual([
			['completed', 'A'],
			['unknown', 'B']
		]);
		expect(
			countsOf(
				followUp(
					[
						['A', 'Genomförd'],
						['B', 'Vet inte']
					],
					head
				)
			)
		).toBeNull();
	});

	it('[P4] a status that spans rows is counted once', () => {
		const tall = followUp([
			['A', 'x', 'Genomförd', ''],
			['', 'y', 'bort', '']
		]);
		const [, first, second] = tall.content ?? [];
		const status = first?.content?.[2];
		if (!status || !second?.content) throw new Error('no cells');
		status.attrs = { ...status.attrs, rowspan: 2 };
		second.content.splice(2, 1);
		expect(countsOf(tall)).toEqual([['completed', 'A']]);
	});

	it('[P4] without a follow-up, or with a plan alone, nothing is said', () => {
		expect(countsOf(table('Plan', HEAD, [['A', 'x', 'Genomförd', '']], 'plan'))).toBeNull();
		expect(countsOf(p('ord'))).toBeNull();
		const root = page(model(p('ord')));
		expect(root.querySelector('.promises')).toBeNull();
		expect(words(root.querySelector('nav'))).not.toContain('löftena');
	});

	it('[P5] stand right after the answer, in words, with a way to the section', () => {
		const root = page(demoEdition());
		const part = root.querySelector('.answer + .promises') as Element;
		expect(words(part.querySelector('.count'))).toBe(
			'4 löften följs upp: 1 genomfört, 2 påbörjade och 1 ej påbörjat.'
		);
		expect(all(part, 'h3').map(words)).toEqual([
			'Genomfört (1)',
			'Påbörjat (2)',
			'Ej påbörjat (1)'
		]);
		expect(words(part.querySelector('li'))).toBe('Märka frånvaro tidigt');
		expect(part.querySelector('a')?.getAttribute('href')).toBe('#followUp');
	});
});

describe('the matrix by article', () => {
	const some = edition([
		section(
			{ key: 'a', number: '1', department: 'Skola', articles: [28, 3], doc: doc(p('1')) },
			[]
		),
		section({ key: 'b', number: '2', department: 'Kultur', articles: [31], doc: doc(p('2')) }, []),
		section({ key: 'c', number: '3', articles: [12, 3], doc: doc(p('3')) }, []),
		section({ key: 'd', number: '4', department: 'Teknik', doc: doc(p('4')) }, [])
	]);

	it('[P4] has the principles first, then the others, and only departments that bear articles', () => {
		expect(matrixOf(some)?.departments).toEqual(['Skola', 'Kultur', null]);
		expect(
			matrixOf(some)?.rows.map(({ article, cells }) => [
				article,
				...cells.map((cell) => cell.map(({ number }) => number).join(' '))
			])
		).toEqual([
			[3, '1', '', '3'],
			[12, '', '', '3'],
			[28, '1', '', ''],
			[31, '', '2', '']
		]);
	});

	it('[P5] links to the sections, and says in words that a place is empty', () => {
		const part = page(some).querySelector('.matrix') as Element;
		const [row] = all(part, 'tbody tr');
		expect(words(row?.querySelector('th'))).toBe('Artikel 3, barnets bästa');
		expect(row?.querySelector('th a')?.getAttribute('href')).toBe(
			'/r/barnbokslut-2022/v/1/artikel/3'
		);
		expect(
			all(part, 'thead th').map((th) => th.querySelector('a')?.getAttribute('href') ?? null)
		).toEqual([
			null,
			'/r/barnbokslut-2022/v/1/forvaltning/skola',
			'/r/barnbokslut-2022/v/1/forvaltning/kultur',
			null
		]);
		expect(row?.querySelector('td a')?.getAttribute('href')).toBe('#a');
		expect(words(row?.querySelector('td a'))).toBe('1 a');
		expect(words(row?.querySelectorAll('td')[1])).toBe('– inget avsnitt');
		expect(row?.querySelector('td [aria-hidden]')?.textContent).toBe('–');
	});

	it('[P5] is left out where no section bears an article', () => {
		const none = edition([section({ key: 'a', doc: doc(p('1')) }, [])]);
		expect(matrixOf(none)).toBeNull();
		expect(page(none).querySelector('.matrix')).toBeNull();
	});
});

describe('the sender', () => {
	const sender = {
		accent: '#7a1f5c',
		logo: {
			id: 'märke/1',
			type: 'image/png' as const,
			width: 240,
			height: 80,
			sha256: '',
			alt: 'Exempelkommuns vapen'
		},
		contact: { unit: '', email: '', phone: '', web: '' }
	};

	it('[P5] shows the mark of the edition in its size, with what it says', () => {
		const root = page({ ...demoEdition(), sender });
		const logo = root.querySelector('.title > img') as HTMLImageElement;
		expect(logo.getAttribute('src')).toBe('/r/barnbokslut-2022/v/1/images/m%C3%A4rke%2F1');
		expect([logo.width, logo.height, logo.alt]).toEqual([240, 80, 'Exempelkommuns vapen']);
		expect(page(demoEdition()).querySelector('.title img')).toBeNull();
	});

	it('[P4] is cited with the whole address where there is one', () => {
		const address = 'https://exempel.se/r/barnbokslut-2022/v/1';
		const link = page({ ...demoEdition(), address }).querySelector('.cite a');
		expect([link?.getAttribute('href'), words(link)]).toEqual([address, address]);
	});
});
