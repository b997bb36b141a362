import { mergeAttributes, Node, wrappingInputRule } from '@tiptap/core';
import { isAtStartOfNode } from '@tiptap/core';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		lists: {
			toggleBulletList: () => ReturnType;
			toggleOrderedList: () => ReturnType;
		};
	}
}

const ITEM = 'listItem';

/** A list of points. */
export const BulletList = Node.create({
	name: 'bulletList',
	group: 'block list',
	content: `${ITEM}+`,
	parseHTML: () => [{ tag: 'ul' }],
	renderHTML: ({ HTMLAttributes }) => ['ul', mergeAttributes(HTMLAttributes), 0],
	addCommands() {
		return {
			toggleBulletList:
				() =>
				({ commands }) =>
					commands.toggleList(this.name, ITEM)
		};
	},
	addKeyboardShortcuts: () => ({
		'Mod-Shift-8': ({ editor }) => editor.commands.toggleBulletList()
	}),
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*([-+*])\s$/, type: this.type })];
	}
});

/** A numbered list; `start` is its first number. */
export const OrderedList = Node.create({
	name: 'orderedList',
	group: 'block list',
	content: `${ITEM}+`,
	addAttributes: () => ({
		start: {
			default: 1,
			parseHTML: (element: HTMLElement) => {
				const start = Number(element.getAttribute('start') ?? 1);
				return Number.isInteger(start) && start >= 0 ? start : 1;
			},
			renderHTML: ({ start }: Record<string, unknown>) => (start === 1 ? {} : { start })
		}
	}),
	parseHTML: () => [{ tag: 'ol' }],
	renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes), 0],
	addCommands() {
		return {
			toggleOrderedList:
				() =>
				({ commands }) =>
					commands.toggleList(this.name, ITEM)
		};
	},
	addKeyboardShortcuts: () => ({
		'Mod-Shift-7': ({ editor }) => editor.commands.toggleOrderedList()
	}),
	addInputRules() {
		return [
			wrappingInputRule({
				find: /^(\d{1,5})\.\s$/,
				type: this.type,
				getAttributes: (match) => ({ start: Number(match[1]) }),
				joinPredicate: (match, node) =>
					node.childCount + Number(node.attrs['start']) === Number(match[1])
			})
		];
	}
});

/** One point of either list. */
export const ListItem = Node.create({
	name: ITEM,
	content: 'paragraph (paragraph | bulletList | orderedList)*',
	defining: true,
	parseHTML: () => [{ tag: 'li' }],
	renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
	addKeyboardShortcuts() {
		return {
			Enter: ({ editor }) => editor.commands.splitListItem(this.name),
			Tab: ({ editor }) => editor.commands.sinkListItem(this.name),
			'Shift-Tab': ({ editor }) => editor.commands.liftListItem(this.name),
			// At the very beginning of a point, the point is taken out of the list.
			Backspace: ({ editor }) => {
				const { empty, $from } = editor.state.selection;
				const item = $from.depth - 1;
				if (!empty || item < 0 || !isAtStartOfNode(editor.state)) return false;
				if ($from.node(item).type !== this.type || $from.index(item) !== 0) return false;
				return editor.commands.liftListItem(this.name);
			}
		};
	}
});
