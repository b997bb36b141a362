import { renderDocx } from '#server/export/word/docx.ts';
import { expect, it } from 'vitest';
import { named, openDocx } from './support/docx.ts';
import { everyBlock, IMAGES, printed } from './support/word-sample.ts';

/**
 * Word asks for the properties of a thing in the order of the standard (ISO/IEC 29500-1, 17.2 to 17.15)
 * and calls a file damaged where they come in another; other programs do not mind. Only what we write
 * stands here: an element that is new must be looked up.
 */
const ORDER: Record<string, string> = {
	'w:pPr':
		'pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl',
	'w:rPr': 'rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang',
	'w:pBdr': 'top left bottom right',
	'w:tbl': 'tblPr tblGrid tr',
	'w:tblPr': 'tblW tblInd tblBorders tblLayout tblCellMar tblLook',
	'w:tblBorders': 'top left bottom right insideH insideV',
	'w:tblCellMar': 'top left bottom right',
	'w:trPr': 'cantSplit tblHeader',
	'w:tcPr': 'tcW gridSpan vMerge shd vAlign',
	'w:sectPr': 'headerReference footerReference pgSz pgMar pgNumType titlePg docGrid',
	'w:sdt': 'sdtPr sdtContent',
	'w:lvl': 'start numFmt lvlText lvlJc pPr',
	'w:style': 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr',
	'w:settings':
		'displayBackgroundShape defaultTabStop autoHyphenation doNotHyphenateCaps evenAndOddHeaders ' +
		'updateFields compat',
	'w:compat': 'compatSetting'
};

const file = openDocx(await renderDocx(printed(everyBlock()), IMAGES));
const names = Object.keys(file.parts).filter((name) => /^word\/[^/]+\.xml$/.test(name));

it.each(Object.entries(ORDER))('[P4] %s holds its parts in the order of Word', (name, order) => {
	const known = order.split(' ').map((one) => `w:${one}`);
	const found = names.flatMap((part) => named(file.xml(part), name));
	expect(found.length).toBeGreaterThan(0);
	for (const element of found) {
		const children = [...element.children].map((child) => child.nodeName);
		expect(children.filter((child) => !known.includes(child))).toEqual([]);
		expect(children).toEqual(children.toSorted((a, b) => known.indexOf(a) - known.indexOf(b)));
	}
});

it('[P4] every style that is asked for exists, and every row fills its table', () => {
	const styles = new Set(
		named(file.xml('word/styles.xml'), 'w:style').map((one) => one.getAttribute('w:styleId'))
	);
	const used = ['w:pStyle', 'w:rStyle'].flatMap((name) => named(file.document, name));
	expect(used.length).toBeGreaterThan(20);
	for (const style of used) expect(styles).toContain(style.getAttribute('w:val'));
	for (const table of named(file.document, 'w:tbl'))
		for (const row of named(table, 'w:tr')) {
			const columns = named(row, 'w:tc').map((cell) =>
				Number(named(cell, 'w:gridSpan')[0]?.getAttribute('w:val') ?? 1)
			);
			expect(columns.reduce((sum, one) => sum + one, 0)).toBe(named(table, 'w:gridCol').length);
		}
});

it('[P4] every cell ends with a paragraph', () => {
	const cells = named(file.document, 'w:tc');
	expect(cells.length).toBeGreaterThan(20);
	for (const cell of cells) expect(cell.lastElementChild?.nodeName).toBe('w:p');
});

it('[P4] every relationship has an id of its own', () => {
	const rels = Object.keys(file.parts).filter((name) => name.endsWith('.rels'));
	expect(rels).toContain('word/_rels/document.xml.rels');
	for (const name of rels) {
		const ids = named(file.xml(name), 'Relationship').map((one) => one.getAttribute('Id'));
		expect(new Set(ids).size, name).toBe(ids.length);
	}
});
