import { MARK_ATTRIBUTES, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { schema } from '#schema/extensions.ts';
import * as Y from 'yjs';

/** What may stand where: the gate's lists, made of the schema (W5). */

/** A rule that a struct breaks; thrown and caught within the gate alone. */
export class Broken extends Error {
	readonly rule: string;
	constructor(rule: string) {
		super(rule);
		this.rule = rule;
	}
}

/** The type that an item stands in: the root, or the item that carries a nested type. */
export type Parent =
	| { kind: 'root' }
	| { kind: 'element'; name: string; item: Y.Item }
	| { kind: 'text'; item: Y.Item }
	/** It was deleted and collected: whatever is put into it vanishes with it. */
	| { kind: 'gone' };

/** Where an item stands: in a list, or as the attribute `sub` of its parent. */
export type Place = { parent: Parent; sub: string | null };

export const key = (id: Y.ID) => `${id.client}:${id.clock}`;

export function sameParent(a: Parent, b: Parent): boolean {
	if (a.kind === 'root' || b.kind === 'root') return a.kind === b.kind;
	if (a.kind === 'gone' || b.kind === 'gone') return true;
	return key(a.item.id) === key(b.item.id);
}

export function parentOfContent(content: Y.ContentType, item: Y.Item): Parent {
	if (content.type instanceof Y.XmlElement)
		return { kind: 'element', name: content.type.nodeName, item };
	if (content.type instanceof Y.XmlText) return { kind: 'text', item };
	throw new Broken('type');
}

export function parentOfType(type: Y.AbstractType<unknown>): Parent {
	const item = type._item;
	if (item === null) return { kind: 'root' };
	if (item.content instanceof Y.ContentType) return parentOfContent(item.content, item);
	return { kind: 'gone' };
}

/** What a place may hold, by the schema. */
export function checkContent(item: Y.Item, { parent, sub }: Place): void {
	const { content } = item;
	if (content instanceof Y.ContentDeleted || parent.kind === 'gone') return;
	if (sub !== null) {
		const check = parent.kind === 'element' ? NODE_ATTRIBUTES[parent.name]?.[sub] : undefined;
		if (!check || !Object.hasOwn(NODE_ATTRIBUTES[nameOf(parent)] ?? {}, sub))
			throw new Broken('attribute');
		// Two values where undo keeps the older one: Yjs writes an attribute that was set twice so.
		if (!(content instanceof Y.ContentAny) || content.arr.length === 0)
			throw new Broken('attributeValue');
		if (!content.arr.every((value) => check(value))) throw new Broken('attributeValue');
		return;
	}
	if (parent.kind === 'text') {
		if (content instanceof Y.ContentString) return;
		if (content instanceof Y.ContentFormat) return checkMark(content);
		throw new Broken('textContent');
	}
	if (!(content instanceof Y.ContentType)) throw new Broken('content');
	const child = parentOfContent(content, item);
	// A text is a type of its own; an element that takes its name has no words, and no reader could read it.
	if (child.kind === 'element' && child.name === 'text') throw new Broken('node');
	const children = CHILDREN.get(nameOf(parent));
	if (!children?.has(nameOf(child))) throw new Broken('node');
}

const nameOf = (p: Parent): string =>
	p.kind === 'element' ? p.name : p.kind === 'text' ? 'text' : p.kind === 'root' ? 'doc' : '';

function checkMark(content: Y.ContentFormat): void {
	const allowed = Object.hasOwn(MARK_ATTRIBUTES, content.key)
		? MARK_ATTRIBUTES[content.key]
		: undefined;
	if (!allowed) throw new Broken('mark');
	const value = content.value as unknown;
	if (value === null) return;
	if (typeof value !== 'object' || Array.isArray(value)) throw new Broken('markValue');
	const entries = Object.entries(value);
	const complete = Object.keys(allowed).every((name) => Object.hasOwn(value, name));
	if (
		!complete ||
		entries.some(([name, v]) => !Object.hasOwn(allowed, name) || !allowed[name]?.(v))
	)
		throw new Broken('markValue');
}

/** For each node, the names of the nodes that its content expression can hold anywhere. */
const CHILDREN: Map<string, Set<string>> = new Map(
	Object.values(schema.nodes).map((type) => {
		const names = new Set<string>();
		const seen = new Set<unknown>();
		const visit = (match: typeof type.contentMatch): void => {
			if (seen.has(match)) return;
			seen.add(match);
			for (let i = 0; i < match.edgeCount; i++) {
				const edge = match.edge(i);
				names.add(edge.type.name);
				visit(edge.next);
			}
		};
		visit(type.contentMatch);
		return [type.name, names];
	})
);
