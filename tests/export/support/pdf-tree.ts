import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFNumber,
	PDFRef,
	PDFString,
	type PDFObject
} from '@cantoo/pdf-lib';

export const name = (text: string): PDFName => PDFName.of(text);

/** A node of a PDF's structure tree. */
export type TreeNode = {
	/** Its type without the slash, as standard types know it (roles are followed). */
	kind: string;
	dict: PDFDict;
	ref: PDFRef | null;
	children: TreeNode[];
	/** Marked contents that are its own, each with its page. */
	contents: { page: PDFRef | null; mcid: number }[];
	/** Annotations that are its own. */
	annotations: PDFRef[];
};

export const textOf = (object: PDFObject | undefined): string =>
	object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';

/** The structure tree, or null when the file has none. */
export function treeOf(pdf: PDFDocument): TreeNode | null {
	const { context, catalog } = pdf;
	const root = context.lookup(catalog.get(name('StructTreeRoot')));
	if (!(root instanceof PDFDict)) return null;
	const roles = context.lookup(root.get(name('RoleMap')));
	const seen = new Set<PDFDict>();

	function roleOf(kind: string): string {
		const role = roles instanceof PDFDict ? roles.get(name(kind)) : undefined;
		return role instanceof PDFName ? role.decodeText() : kind;
	}

	function build(object: PDFObject | undefined, page: PDFRef | null): TreeNode | null {
		const dict = context.lookup(object);
		if (!(dict instanceof PDFDict) || seen.has(dict)) return null;
		seen.add(dict);
		const own = dict.get(name('Pg'));
		const at = own instanceof PDFRef ? own : page;
		const kind = dict.get(name('S'));
		const node: TreeNode = {
			kind: kind instanceof PDFName ? roleOf(kind.decodeText()) : '',
			dict,
			ref: object instanceof PDFRef ? object : null,
			children: [],
			contents: [],
			annotations: []
		};
		const kids = context.lookup(dict.get(name('K')));
		for (const kid of kids instanceof PDFArray ? kids.asArray() : [dict.get(name('K'))]) {
			const value = context.lookup(kid);
			if (value instanceof PDFNumber) node.contents.push({ page: at, mcid: value.asNumber() });
			if (!(value instanceof PDFDict)) continue;
			const type = String(value.get(name('Type')));
			if (type === '/MCR') {
				const place = value.get(name('Pg'));
				const mcid = value.lookup(name('MCID'), PDFNumber).asNumber();
				node.contents.push({ page: place instanceof PDFRef ? place : at, mcid });
			} else if (type === '/OBJR') {
				const annotation = value.get(name('Obj'));
				if (annotation instanceof PDFRef) node.annotations.push(annotation);
			} else {
				const child = build(kid, at);
				if (child) node.children.push(child);
			}
		}
		return node;
	}
	return build(catalog.get(name('StructTreeRoot')), null);
}

/** A node and all below it, in the order in which they are read. */
export const allOf = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(allOf)];

/** An attribute of a node, by the owner and its name. */
export function attribute(
	pdf: PDFDocument,
	node: TreeNode,
	owner: string,
	key: string
): PDFObject | undefined {
	const given = pdf.context.lookup(node.dict.get(name('A')));
	for (const one of given instanceof PDFArray ? given.asArray() : [given]) {
		const dict = pdf.context.lookup(one);
		if (dict instanceof PDFDict && dict.get(name('O')) === name(owner) && dict.has(name(key)))
			return pdf.context.lookup(dict.get(name(key)));
	}
	return undefined;
}
