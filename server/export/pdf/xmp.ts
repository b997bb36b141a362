/** The name under which a PDF says of itself that it was made for PDF/UA. */
const UA = 'http://www.aiim.org/pdfua/ns/id/';

/**
 * The metadata with the identifier of PDF/UA beside that of PDF/A, and the description of that name
 * which PDF/A asks for. An identifier says for what a file was made, not that anybody has checked it.
 * @throws Error when the metadata have no place for it
 */
export function withIdentification(xmp: string): string {
	const end = xmp.lastIndexOf('</rdf:RDF>');
	if (end < 0) throw new Error('The metadata of the PDF are not RDF');
	if (xmp.includes(UA)) throw new Error('The metadata of the PDF already speak of PDF/UA');
	const identified = xmp.slice(0, end) + IDENTIFIER + xmp.slice(end);
	// A property stands once: ours is one more entry where the typesetter describes names already.
	const list = identified.lastIndexOf(LIST_END);
	return list < 0
		? identified.replace(
				'</rdf:RDF>',
				`${LIST_BEGIN}${DESCRIPTION}${LIST_END}</rdf:Description></rdf:RDF>`
			)
		: identified.slice(0, list) + DESCRIPTION + identified.slice(list);
}

const IDENTIFIER =
	`<rdf:Description rdf:about="" xmlns:pdfuaid="${UA}">` +
	'<pdfuaid:part>1</pdfuaid:part></rdf:Description>';

const LIST_BEGIN =
	'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
	' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"' +
	' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
	'<pdfaExtension:schemas><rdf:Bag>';
const LIST_END = '</rdf:Bag></pdfaExtension:schemas>';

const DESCRIPTION =
	'<rdf:li rdf:parseType="Resource">' +
	'<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
	`<pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI>` +
	'<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
	'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
	'<pdfaProperty:category>internal</pdfaProperty:category>' +
	'<pdfaProperty:description>The part of ISO 14289 for which the file was made</pdfaProperty:description>' +
	'<pdfaProperty:name>part</pdfaProperty:name>' +
	'<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
	'</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';
