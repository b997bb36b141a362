import type { Anchor } from '#core/review.ts';
import type { EditorState } from '@tiptap/pm/state';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
	type ProsemirrorBinding
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** An anchor, read: what Yjs holds on to at both ends. */
export type Held = { start: Y.RelativePosition; end: Y.RelativePosition };

export type Stretch = { from: number; to: number };

type Bound = { type: Y.XmlFragment; doc: Y.Doc; binding: ProsemirrorBinding };

const boundOf = (state: EditorState): Bound => ySyncPluginKey.getState(state) as Bound;

const encode = (position: Y.RelativePosition): string =>
	btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));

/** The stretch as it is kept beside the document; of a caret, both ends are one. */
export function anchorOf(state: EditorState, { from, to }: Stretch): Anchor {
	const { type, doc, binding } = boundOf(state);
	const at = (position: number, side: 0 | -1): string => {
		const held = absolutePositionToRelativePosition(
			position,
			type,
			binding.mapping
		) as Y.RelativePosition;
		const found = Y.createAbsolutePositionFromRelativePosition(held, doc);
		// y-tiptap holds on to the letter before; a passage holds on to its own letters, at both ends.
		return encode(
			found?.type instanceof Y.XmlText
				? Y.createRelativePositionFromTypeIndex(found.type, found.index, side)
				: held
		);
	};
	return from === to
		? { start: at(from, -1), end: at(from, -1) }
		: { start: at(from, 0), end: at(to, -1) };
}

/** Reads an anchor; null for one that is none: it came from somebody else's program. */
export function heldBy(anchor: Anchor): Held | null {
	const decode = (text: string) =>
		Y.decodeRelativePosition(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
	const isSome = ({ item, type, tname }: Y.RelativePosition) => item ?? type ?? tname ?? null;
	try {
		const held = { start: decode(anchor.start), end: decode(anchor.end) };
		return isSome(held.start) === null || isSome(held.end) === null ? null : held;
	} catch {
		return null;
	}
}

/** True while nothing that a type stands in is deleted. */
function isLive(type: Y.AbstractType<unknown>): boolean {
	let at: Y.AbstractType<unknown> | null = type;
	while (at !== null && at._item !== null) {
		if (at._item.deleted) return false;
		at = at._item.parent as Y.AbstractType<unknown> | null;
	}
	return true;
}

/**
 * Where an anchor stands in the text that the state's binding shows; null when the passage is gone.
 * Not within a change of one's own: y-tiptap brings that to the document after the view has it.
 */
export function stretchOf(state: EditorState, { start, end }: Held): Stretch | null {
	const { type, doc, binding } = boundOf(state);
	const at = (held: Y.RelativePosition): number | null => {
		const found = Y.createAbsolutePositionFromRelativePosition(held, doc);
		if (found === null || !isLive(found.type)) return null;
		// y-tiptap takes a letter at the very beginning of the text for one that is lost.
		const plain =
			found.type instanceof Y.XmlText
				? Y.createRelativePositionFromTypeIndex(found.type, found.index, -1)
				: held;
		return relativePositionToAbsolutePosition(doc, type, plain, binding.mapping);
	};
	const [from, to] = [at(start), at(end)];
	return from === null || to === null || from > to ? null : { from, to };
}
