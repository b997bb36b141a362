import { isSafeHref } from '#schema/attributes.ts';
import { Extension, InputRule, PasteRule } from '@tiptap/core';

/** An address as people write it, up to where a sentence goes on. */
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)\]]`;

const hrefOf = (text: string): string | null => {
	const href = text.startsWith('www.') ? `https://${text}` : text;
	return isSafeHref(href) ? href : null;
};

/** Web addresses become links when a space follows them, and when they are pasted. */
export const AutoLink = Extension.create({
	name: 'autoLink',

	addInputRules() {
		const link = this.editor.schema.marks['link'];
		if (link === undefined) return [];
		return [
			new InputRule({
				// A full stop after an address belongs to the sentence.
				find: new RegExp(`(?:^|\\s)(${ADDRESS})[.,;:!?)]*\\s$`),
				handler: ({ state, range, match }) => {
					const text = match[1] ?? '';
					const href = hrefOf(text);
					const from = range.from + match[0].indexOf(text);
					const to = from + text.length;
					if (href === null || state.doc.rangeHasMark(from, to, link)) return null;
					state.tr.addMark(from, to, link.create({ href }));
					state.tr.insertText(match[0].at(-1) ?? ' ', range.to);
					state.tr.removeStoredMark(link);
					return undefined;
				}
			})
		];
	},

	addPasteRules() {
		const link = this.editor.schema.marks['link'];
		if (link === undefined) return [];
		return [
			new PasteRule({
				find: new RegExp(ADDRESS, 'g'),
				handler: ({ state, range, match }) => {
					const href = hrefOf(match[0]);
					if (href === null || state.doc.rangeHasMark(range.from, range.to, link)) return null;
					state.tr.addMark(range.from, range.to, link.create({ href }));
					return undefined;
				}
			})
		];
	}
});
