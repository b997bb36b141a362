import { pack } from '#server/figures/zip.ts';

/** An Excel file of one sheet with these rows, as they stand in its XML; style 1 is a date. */
export const workbook = (rows: string): Uint8Array =>
	pack(
		new Map(
			Object.entries({
				'xl/workbook.xml':
					'<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
				'xl/_rels/workbook.xml.rels':
					'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
				'xl/styles.xml':
					'<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
				'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`
			}).map(([name, xml]): [string, Buffer] => [name, Buffer.from(xml)])
		)
	);
