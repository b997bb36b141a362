import * as Y from 'yjs';

/** One letter or one node that was typed. */
type Piece = { letter: string; siblings: Piece[]; children: Piece[] };

const keyOf = ({ client, clock }: { client: number; clock: number }, offset = 0): string =>
	`${client}:${clock + offset}`;

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

	const listFor = (item: Y.Item, before: string | null): Piece[] => {
		const parent = item.parent instanceof Y.ID ? keyOf(item.parent) : '';
		const own = pieces.get(parent);
		if (own !== undefined) return own.children;
		const name = `${parent} ${before ?? ''}`;
		const found = places.get(name) ?? [];
		places.set(name, found);
		return found;
	};
	const place = (item: Y.Item, before: string | null, piece: Piece): void => {
		const left = before === null ? undefined : pieces.get(before);
		const right = item.rightOrigin === null ? undefined : pieces.get(keyOf(item.rightOrigin));
		const beside = left ?? right;
		piece.siblings = beside?.siblings ?? listFor(item, before);
		const at = beside === undefined ? piece.siblings.length : piece.siblings.indexOf(beside);
		piece.siblings.splice(left === undefined ? at : at + 1, 0, piece);
	};

	const items = decoded
		.flatMap(({ structs }) => structs)
		.filter((struct) => struct instanceof Y.Item)
		// Attributes are no text.
		.filter((item) => item.parentSub === null)
		.sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock);
	for (const item of items) {
		const letters = item.content instanceof Y.ContentString ? item.content.str : '';
		let before = item.origin === null ? null : keyOf(item.origin);
		for (let i = 0; i < item.length; i += 1) {
			const key = keyOf(item.id, i);
			const piece: Piece = { letter: letters[i] ?? '', siblings: [], children: [] };
			if (!pieces.has(key)) {
				place(item, before, piece);
				pieces.set(key, piece);
			}
			before = key;
		}
	}
	for (const { ds } of decoded)
		for (const [client, gone] of ds.clients)
			for (const { clock, len } of gone)
				for (let i = 0; i < len; i += 1) {
					const piece = pieces.get(keyOf({ client, clock }, i));
					if (piece !== undefined) Object.assign(piece, { letter: '', children: [] });
				}

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
