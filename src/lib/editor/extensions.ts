import type { Presence } from '#collab/protocol.ts';
import { extensions as schemaExtensions } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node, type Extensions, type NodeViewRenderer } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { AreaHost, type AreaRoom } from './areas/host.ts';
import { AutoLink } from './autolink.ts';
import { renderCaret, renderSelection } from './caret.ts';
import { Keys, type KeyActions } from './keys.ts';
import { PasteCleaning } from './paste-extension.ts';
import { Placeholder } from './placeholder.ts';
import { TableMending } from './table-mending.ts';
import { ReviewHost } from './review-host.ts';
import { SlashMenu, type SlashHost } from './slash.ts';
import { TypingBeside } from './typing-beside.ts';

export type EditorExtensionOptions = {
	doc: Y.Doc;
	awareness: Awareness;
	/** How the others see this person; the server stamps it anew (W9). */
	user: Presence['user'];
	/** Shown in the empty paragraph where the caret is. */
	placeholder: string;
	/** Views by node name; a node without one is drawn as its schema says. */
	nodeViews: Partial<Record<string, NodeViewRenderer>>;
	actions: KeyActions;
	slash: SlashHost;
	/** What tables of areas need to know; without it they are there to be read. */
	areas?: AreaRoom | null;
	/** Receives image files that were pasted or dropped. */
	onImages: (files: File[]) => void;
};

/**
 * Everything an editor of a section is made of: the schema's own nodes and marks with their views,
 * and what a person works with. There is no trailing empty paragraph: it would be written into the
 * document by whoever looks at it first.
 */
export function editorExtensions(options: EditorExtensionOptions): Extensions {
	const { doc, awareness, user, nodeViews } = options;
	const withViews = schemaExtensions.map((extension) => {
		const view = nodeViews[extension.name];
		if (view === undefined || !(extension instanceof Node)) return extension;
		return extension.extend({ addNodeView: () => view });
	});
	return [
		...withViews,
		Collaboration.configure({ document: doc, field: FRAGMENT }),
		CollaborationCaret.configure({
			provider: { awareness },
			user,
			render: renderCaret,
			selectionRender: renderSelection
		}),
		Placeholder.configure({ text: options.placeholder }),
		AreaHost.configure({ room: options.areas ?? null }),
		Gapcursor,
		Dropcursor.configure({ class: 'drop-mark', width: 2, color: false }),
		AutoLink,
		TableMending,
		TypingBeside,
		ReviewHost,
		Keys.configure(options.actions),
		PasteCleaning.configure({ onImages: options.onImages }),
		SlashMenu.configure({ host: options.slash })
	];
}
