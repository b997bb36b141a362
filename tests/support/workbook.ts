import { pack } from '#server/zip/pack.ts';

/**
 * An Excel file of one sheet with these rows, as they stand in its XML. Style 1 is a date, 2 and 3 are
 * shares, and 4 has a per cent sign that is a word.
 */
export const workbook = (rows: string): Uint8Array =>
	pack(
		new Map(
			Object.entries({
				'xl/workbook.xml':
					'<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
				'xl/_rels/workbook.xml.rels':
					'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
				'xl/styles.xml':
					'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0\\ %"/><numFmt formatCode="0.0&quot; %&quot;" numFmtId="165"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
				'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`
			}).map(([name, xml]): [string, Buffer] => [name, Buffer.from(xml)])
		)
	);
