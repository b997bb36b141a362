import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The slash and what was typed after it. */
export type SlashQuery = { from: number; to: number; text: string };

/** Draws the menu and decides about its keys; one for each page. */
export type SlashHost = {
	/** The menu opens or its query changes; `rect` is where the slash stands in the window. */
	show: (editor: Editor, query: SlashQuery, rect: DOMRect) => void;
	/** The editor has no open slash; says nothing about those of other editors. */
	hide: (editor: Editor) => void;
	/** True when the menu has taken the key. */
	key: (event: KeyboardEvent) => boolean;
};

type SlashState = { query: SlashQuery | null; dismissedAt: number | null };

const KEY = new PluginKey<SlashState>('slash');

/** A slash opens the menu at the beginning of a textblock or after a space, up to the caret. */
export function slashQuery(state: EditorState): SlashQuery | null {
	const { $from, empty } = state.selection;
	if (!empty || !$from.parent.isTextblock || $from.node(1).type.name === 'areaTable') return null;
	const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
	const match = /(?:^|\s)\/([\p{L}\d]*)$/u.exec(before);
	if (match === null) return null;
	const text = match[1] ?? '';
	return { from: $from.pos - text.length - 1, to: $from.pos, text };
}

/**
 * The slash menu's plugin: follows the query at the caret while the person writes. A menu that was
 * dismissed stays away from that slash. What others write opens nothing.
 */
export const SlashMenu = Extension.create<{ host: SlashHost | null }>({
	name: 'slashMenu',

	addOptions: () => ({ host: null }),

	addProseMirrorPlugins() {
		const { host } = this.options;
		const { editor } = this;
		if (host === null) return [];
		const dismiss = (view: EditorView): void => {
			view.dispatch(view.state.tr.setMeta(KEY, 'dismiss'));
		};
		return [
			new Plugin<SlashState>({
				key: KEY,
				state: {
					init: () => ({ query: null, dismissedAt: null }),
					apply(tr, previous, _old, state) {
						const query = editor.isEditable ? slashQuery(state) : null;
						if (query === null) return { query: null, dismissedAt: null };
						const dismissedAt =
							tr.getMeta(KEY) === 'dismiss'
								? query.from
								: previous.dismissedAt === null
									? null
									: tr.mapping.map(previous.dismissedAt);
						// Opened by typing alone: moving the caret behind an old slash shows nothing.
						const opens = previous.query !== null || (tr.docChanged && !tr.getMeta('y-sync$'));
						return {
							query: dismissedAt === query.from || !opens ? null : query,
							dismissedAt
						};
					}
				},
				view: () => ({
					update(view) {
						const query = KEY.getState(view.state)?.query ?? null;
						if (query === null || !view.hasFocus()) return host.hide(editor);
						const { left, top, bottom } = view.coordsAtPos(query.from);
						host.show(editor, query, new DOMRect(left, top, 0, bottom - top));
					},
					destroy: () => host.hide(editor)
				}),
				props: {
					handleKeyDown(view, event) {
						if (!KEY.getState(view.state)?.query) return false;
						if (event.key === 'Escape') {
							dismiss(view);
							return true;
						}
						return host.key(event);
					},
					handleDOMEvents: {
						blur: () => {
							host.hide(editor);
							return false;
						}
					}
				}
			})
		];
	}
});
