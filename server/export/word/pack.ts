import type { PrintDocument } from '../print/document.ts';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { safeLine, withBraces } from './safe-text.ts';

/**
 * The same document gives the same bytes: docx writes the clock and ids by chance, and an archive has times
 * of its own. Here they become the time of publication, numbers in order, and one time for all.
 */

/** A zip keeps local time: given as such, it is the same everywhere. */
const ZIP_TIME = new Date(1980, 0, 1);
/** By what comes first, mail gateways and archives tell what kind of file it is. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
/** Packed already. */
const MEDIA = /\.(?:png|jpe?g|gif)$/;
const XML = /\.(?:xml|rels)$/;
/** The ids that docx gives the relationships of links. */
const CHANCE = /"rId([A-Za-z0-9_-]{21})"/g;

/** A packed document of docx in its final form. */
export function repacked(file: Uint8Array, doc: PrintDocument): Uint8Array {
	const parts = unzipSync(file);
	const numbers = new Map<string, number>();
	const ordered = (xml: string): string =>
		xml.replace(CHANCE, (_, id: string) => {
			const number = numbers.get(id) ?? numbers.size + 1;
			numbers.set(id, number);
			return `"rIdLink${number}"`;
		});
	const out: Zippable = {};
	// The text before its relationships: it decides the order.
	const names = Object.keys(parts).sort((a, b) => Number(isRels(a)) - Number(isRels(b)));
	const texts = new Map(
		names
			.filter((name) => XML.test(name))
			.map((name) => [name, withBraces(ordered(strFromU8(parts[name] ?? new Uint8Array())))])
	);
	texts.set('docProps/core.xml', coreProperties(doc));
	for (const name of [...FIRST, ...Object.keys(parts).filter((one) => !FIRST.includes(one))]) {
		const text = texts.get(name);
		const bytes = text === undefined ? parts[name] : strToU8(text);
		if (bytes) out[name] = [bytes, { mtime: ZIP_TIME, level: MEDIA.test(name) ? 0 : 6 }];
	}
	return zipSync(out);
}

const isRels = (name: string): boolean => name.endsWith('.rels');

const NAMESPACES = [
	'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
	'xmlns:dc="http://purl.org/dc/elements/1.1/"',
	'xmlns:dcterms="http://purl.org/dc/terms/"',
	'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
].join(' ');

const escaped = (text: string): string =>
	withBraces(safeLine(text))
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/** What the file says of itself, also where it is not opened: in archives and lists of files. */
function coreProperties(doc: PrintDocument): string {
	const time = new Date(doc.publishedAt).toISOString().replace(/\.\d+Z$/, 'Z');
	const fields: [name: string, text: string][] = [
		['dc:title', doc.title],
		['dc:subject', doc.foot],
		['dc:creator', doc.sender],
		['dc:description', doc.colophon.join(' ')],
		['dc:language', 'sv-SE'],
		['cp:lastModifiedBy', doc.sender]
	];
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		`<cp:coreProperties ${NAMESPACES}>` +
		fields.map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join('') +
		['created', 'modified']
			.map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`)
			.join('') +
		'</cp:coreProperties>'
	);
}
