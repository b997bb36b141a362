import { Extension, type Editor, type NodeViewRenderer } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Ui } from '#ui/context.ts';
import type { Department } from '../report-facts.ts';

/** What the writing of areas needs to know of the page and its section. */
export type AreaRoom = {
	sectionId: string;
	readonly ui: Ui;
	readonly departments: Department[];
	/** The departments whose rows are all that the person may change; null: everything. */
	readonly rows: string[] | null;
	contexts: Map<unknown, unknown>;
	/** Tells those who have the page read aloud. */
	say: (news: string) => void;
};

/** The part that writes areas, bound to one editor. */
export type AreaHooks = {
	decorations: (state: EditorState) => DecorationSet;
	/** False for a change that this person may not make. */
	allows: (tr: Transaction) => boolean;
	key: (view: EditorView, event: KeyboardEvent) => boolean;
	typed: (view: EditorView, text: string) => boolean;
	/** What is pasted as it is to stand where the caret is. */
	pasted: (slice: Slice, view: EditorView) => Slice;
	paste: (view: EditorView, slice: Slice) => boolean;
	/** Is about to be cut, so that it keeps its ids where it is put. */
	cut: (view: EditorView) => void;
};

export type AreaPart = {
	views: (room: AreaRoom) => Record<string, NodeViewRenderer>;
	bind: (editor: Editor, room: AreaRoom) => AreaHooks;
	/** Takes over an editor that was built before the part came, and pastes what waited for it. */
	swap: (
		view: EditorView,
		editor: Editor,
		room: AreaRoom,
		ready: (hooks: AreaHooks) => void,
		html: string
	) => void;
};

let part: AreaPart | null = null;

/** The part, when it has come. */
export const areaPart = (): AreaPart | null => part;

/** Fetches the part; null where it does not come, which whoever asked must tell. */
export async function loadAreas(): Promise<AreaPart | null> {
	try {
		return (part ??= (await import('./part.ts')).areaPart);
	} catch {
		return null;
	}
}

/** True for changes of others, and for own undo and redo. */
const follows = (tr: Transaction): boolean =>
	(tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/**
 * Holds the place of the part that writes areas, which most reports do not need at once. Until it has
 * come, tables of areas stand as the schema draws them and take no letter.
 */
export const AreaHost = Extension.create<{ room: AreaRoom | null }>({
	name: 'areaHost',
	// Before all other keys.
	priority: 300,

	addOptions: () => ({ room: null }),

	addProseMirrorPlugins() {
		const { room } = this.options;
		const { editor } = this;
		if (room === null) return [];
		let hooks = part?.bind(editor, room) ?? null;
		let isComing = false;
		/** Said above the table where the part did not come. */
		let note = '';

		const come = async (view: EditorView, html = '') => {
			if (hooks !== null || isComing || (html === '' && !hasAreas(view.state))) return;
			isComing = true;
			const came = await loadAreas();
			if (view.isDestroyed) return;
			if (came !== null) {
				const ready = (bound: AreaHooks) => {
					hooks = bound;
				};
				return came.swap(view, editor, room, ready, html);
			}
			const { needsConnection } = room.ui.t.editor;
			if (html === '') note = needsConnection;
			else room.say(needsConnection);
			view.dispatch(view.state.tr);
			const again = () => {
				isComing = false;
				void come(view);
			};
			addEventListener('online', again, { once: true });
		};

		return [
			new Plugin({
				view: (view) => {
					void come(view);
					return { update: () => void come(view) };
				},
				filterTransaction: (tr) =>
					!tr.docChanged || follows(tr) || (hooks?.allows(tr) ?? room.rows === null),
				props: {
					decorations: (state) => (hooks ? hooks.decorations(state) : still(state, note)),
					handleKeyDown: (view, event) => hooks?.key(view, event) ?? false,
					handleTextInput: (view, _from, _to, text) => hooks?.typed(view, text) ?? false,
					transformPasted: (slice, view) => hooks?.pasted(slice, view) ?? slice,
					handlePaste: (view, event, slice) => {
						if (hooks !== null) return hooks.paste(view, slice);
						const html = event.clipboardData?.getData('text/html') ?? '';
						if (!html.includes(MARK)) return false;
						// Copied from elsewhere: its rows need new ids first.
						void come(view, html);
						return true;
					},
					handleDOMEvents: { cut: (view) => hooks?.cut(view) }
				}
			})
		];
	}
});

const MARK = 'data-block="area';

const hasAreas = ({ doc }: EditorState): boolean =>
	doc.children.some((node) => node.type.name === 'areaTable');

/** Without the part a table of areas is there to be read. */
function still({ doc }: EditorState, note: string): DecorationSet | null {
	const found: Decoration[] = [];
	doc.forEach((node, pos) => {
		if (node.type.name === 'areaTable')
			found.push(
				Decoration.node(pos, pos + node.nodeSize, { contenteditable: 'false', 'data-note': note })
			);
	});
	return found.length === 0 ? null : DecorationSet.create(doc, found);
}
