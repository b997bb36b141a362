import * as Y from 'yjs';

/** One letter or one node that was typed. */
type Piece = { letter: string; siblings: Piece[]; children: Piece[] };

type Id = { client: number; clock: number };

const keyOf = (id: Id | null, offset = 0): string =>
	id === null ? '' : `${id.client}:${id.clock + offset}`;

/**
 * The words in updates whose document cannot be had any more (the section is gone, or was rebuilt):
 * what was typed and not deleted again, in the order of the text as far as these updates know it, a
 * line for each paragraph and each place.
 */
export function typedText(updates: Uint8Array[]): string {
	const decoded = updates.map((update) => Y.decodeUpdate(update));
	const pieces = new Map<string, Piece>();
	/** Stretches of text whose surroundings are unknown, by what they hang on. */
	const places = new Map<string, Piece[]>();

	const place = (item: Y.Item, piece: Piece, before: string): void => {
		const left = pieces.get(before);
		const beside = left ?? pieces.get(keyOf(item.rightOrigin));
		const parent = item.parent instanceof Y.ID ? keyOf(item.parent) : '';
		const name = `${parent} ${before}`;
		const list = beside?.siblings ?? pieces.get(parent)?.children ?? places.get(name) ?? [];
		if (beside === undefined && !pieces.has(parent)) places.set(name, list);
		piece.siblings = list;
		const at = beside === undefined ? list.length : list.indexOf(beside);
		list.splice(left === undefined ? at : at + 1, 0, piece);
	};

	const items = decoded
		.flatMap(({ structs }) => structs)
		// Attributes are no text.
		.filter((struct) => struct instanceof Y.Item && struct.parentSub === null)
		.sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock) as Y.Item[];
	for (const item of items) {
		let before = keyOf(item.origin);
		for (let i = 0; i < item.length; i += 1) {
			const key = keyOf(item.id, i);
			const letter = item.content instanceof Y.ContentString ? item.content.str[i] : '';
			const piece: Piece = { letter: letter ?? '', siblings: [], children: [] };
			if (!pieces.has(key)) {
				place(item, piece, before);
				pieces.set(key, piece);
			}
			before = key;
		}
	}
	for (const { ds } of decoded)
		for (const [client, gone] of ds.clients)
			for (const { clock, len } of gone)
				for (let i = 0; i < len; i += 1)
					Object.assign(pieces.get(keyOf({ client, clock }, i)) ?? {}, {
						letter: '',
						children: []
					});

	const read = (list: Piece[]): string =>
		list
			.map(({ letter, children }) => (children.length > 0 ? `\n${read(children)}\n` : letter))
			.join('');
	return [...places.values()]
		.map(read)
		.join('\n')
		.replace(/\n{2,}/g, '\n')
		.trim();
}
