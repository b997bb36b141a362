/**
 * What Word puts on the clipboard, made into HTML that means what it shows: list paragraphs into
 * lists, headings that are only styles into headings, marks in styles into elements.
 */

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? '';

/** True for the HTML of Word, Outlook and their kin. */
export const isFromWord = (html: string): boolean =>
	/mso-|class="?Mso|urn:schemas-microsoft-com:office/i.test(html);

/** Heading styles by class (`MsoTitle`, `Rubrik2`, `Heading3`) or by outline level. */
function headingLevel(element: Element): number | null {
	const byClass = /^(?:Mso)?(?:Rubrik|Heading)(\d)/i.exec(element.className);
	if (byClass) return Number(byClass[1]);
	if (/^MsoTitle/i.test(element.className)) return 1;
	const outline = /mso-outline-level:\s*(\d)/i.exec(styleOf(element));
	return outline ? Number(outline[1]) : null;
}

function rename(element: Element, name: string): Element {
	const renamed = element.ownerDocument.createElement(name);
	renamed.append(...element.childNodes);
	element.replaceWith(renamed);
	return renamed;
}

/** The level of a list paragraph, from 1; null for other paragraphs. */
function listLevel(element: Element): number | null {
	if (element.tagName !== 'P' && !/^H\d$/.test(element.tagName)) return null;
	const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(element));
	return level ? Number(level[1]) : null;
}

/** Takes the printed marker (`·`, `1.`, `a)`) out of a list paragraph and returns it. */
function takeMarker(element: Element): string {
	const ignored = [...element.querySelectorAll('[data-style]')].find((e) =>
		/mso-list:\s*Ignore/i.test(styleOf(e))
	);
	const marker = ignored?.textContent.replace(/[\s\u00a0]+/g, '') ?? '';
	ignored?.remove();
	return marker;
}

const isOrdered = (marker: string): boolean => /^\(?(\d+|[a-zåäö]|[ivxlc]+)[.)]/i.test(marker);

/** A run of list paragraphs that follow each other becomes one list with its levels nested. */
function nestLists(root: Element): void {
	const document = root.ownerDocument;
	const open: { list: Element; level: number }[] = [];
	for (const element of [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
		const level = listLevel(element);
		if (level === null) {
			open.length = 0;
			continue;
		}
		const ordered = isOrdered(takeMarker(element));
		const last = open.at(-1)?.list;
		if (last && !follows(element, open[0]?.list ?? last)) open.length = 0;
		while ((open.at(-1)?.level ?? 0) > level) open.pop();
		let current = open.at(-1);
		if (current === undefined || current.level < level) {
			const list = document.createElement(ordered ? 'ol' : 'ul');
			const parent = current?.list.lastElementChild;
			if (parent) parent.append(list);
			else element.before(list);
			current = { list, level };
			open.push(current);
		}
		const item = document.createElement('li');
		const paragraph = document.createElement('p');
		paragraph.append(...element.childNodes);
		item.append(paragraph);
		current.list.append(item);
		element.remove();
	}
}

/** True when nothing but white space stands between a list and a paragraph. */
function follows(element: Element, list: Element): boolean {
	let node = element.previousSibling;
	while (node !== null && node !== list) {
		if (node.nodeType !== 3 || node.textContent?.trim()) return false;
		node = node.previousSibling;
	}
	return node === list;
}

/** Rewrites Word's markup under `root` in place. */
export function readWord(root: Element): void {
	for (const element of [...root.querySelectorAll('o\\:p')]) {
		if (element.textContent.replace(/\u00a0/g, ' ').trim() === '') element.remove();
	}
	nestLists(root);
	for (const element of [...root.querySelectorAll('p')]) {
		const level = headingLevel(element);
		if (level !== null) rename(element, `h${level}`);
	}
}
