import type { Editor } from '@tiptap/core';

/** What needs a dialog of the page before it can change the text. */
export type DialogActions = {
	/** Asks for a link's address, for the selected words or the link at the caret. */
	link: (editor: Editor) => void;
	/** Asks which indicator the new block is to show. */
	indicator: (editor: Editor, block: 'indicator' | 'figure') => void;
	/** Asks for a picture and its text alternative. */
	picture: (editor: Editor) => void;
	/** Fetches what writes areas, and puts a table of them in. */
	areas: (editor: Editor, purpose: 'plan' | 'followUp') => void;
	/** Asks for a small table and the form in which it is drawn. */
	chart: (editor: Editor) => void;
	/** Asks for the words of the note that is selected, or of a new one. */
	footnote: (editor: Editor) => void;
};

export const COMMAND_IDS = [
	'undo',
	'redo',
	'paragraph',
	'heading1',
	'heading2',
	'bold',
	'italic',
	'link',
	'bulletList',
	'orderedList',
	'quote',
	'callout',
	'table',
	'followUpTable',
	'planTable',
	'indicator',
	'figure',
	'indicatorSummary',
	'rollUp',
	'chart',
	'picture',
	'footnote',
	'references',
	'signature',
	'fromTo'
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

export type EditorCommand = {
	/** As `Mod-Shift-8`; shown in tooltips. */
	keys?: string;
	/** True while the caret stands in what the command makes; undefined when that has no meaning. */
	isActive?: (editor: Editor) => boolean;
	can: (editor: Editor) => boolean;
	run: (editor: Editor, dialogs: DialogActions) => void;
};

const chain = (editor: Editor) => editor.chain().focus();

/** A table holds no table, and a cell no blocks of ours. */
const outsideTable = (editor: Editor): boolean =>
	!editor.isActive('table') && !editor.isActive('areaTable');
const mayInsertBlock = (editor: Editor): boolean =>
	outsideTable(editor) && !editor.isActive('callout') && !editor.isActive('quote');

const insertBlock = (editor: Editor, type: string): void => {
	chain(editor).insertContent({ type }).run();
};

/** Everything that toolbar, slash menu and keys can do, by id. */
export const commands: Record<CommandId, EditorCommand> = {
	undo: {
		keys: 'Mod-z',
		can: (e) => e.can().undo(),
		run: (e) => chain(e).undo().run()
	},
	redo: {
		keys: 'Mod-Shift-z',
		can: (e) => e.can().redo(),
		run: (e) => chain(e).redo().run()
	},
	paragraph: {
		keys: 'Mod-Alt-0',
		isActive: (e) => e.isActive('paragraph'),
		can: (e) => e.can().setParagraph(),
		run: (e) => chain(e).setParagraph().run()
	},
	heading1: {
		keys: 'Mod-Alt-1',
		isActive: (e) => e.isActive('heading', { level: 1 }),
		can: (e) => e.can().toggleHeading({ level: 1 }),
		run: (e) => chain(e).toggleHeading({ level: 1 }).run()
	},
	heading2: {
		keys: 'Mod-Alt-2',
		isActive: (e) => e.isActive('heading', { level: 2 }),
		can: (e) => e.can().toggleHeading({ level: 2 }),
		run: (e) => chain(e).toggleHeading({ level: 2 }).run()
	},
	bold: {
		keys: 'Mod-b',
		isActive: (e) => e.isActive('bold'),
		can: (e) => e.can().toggleBold(),
		run: (e) => chain(e).toggleBold().run()
	},
	italic: {
		keys: 'Mod-i',
		isActive: (e) => e.isActive('italic'),
		can: (e) => e.can().toggleItalic(),
		run: (e) => chain(e).toggleItalic().run()
	},
	link: {
		keys: 'Mod-k',
		isActive: (e) => e.isActive('link'),
		can: (e) => e.isActive('link') || e.can().toggleBold(),
		run: (e, dialogs) => dialogs.link(e)
	},
	bulletList: {
		keys: 'Mod-Shift-8',
		isActive: (e) => e.isActive('bulletList'),
		can: (e) => e.can().toggleBulletList(),
		run: (e) => chain(e).toggleBulletList().run()
	},
	orderedList: {
		keys: 'Mod-Shift-7',
		isActive: (e) => e.isActive('orderedList'),
		can: (e) => e.can().toggleOrderedList(),
		run: (e) => chain(e).toggleOrderedList().run()
	},
	quote: {
		keys: 'Mod-Shift-b',
		isActive: (e) => e.isActive('quote'),
		can: (e) => e.can().toggleWrap('quote'),
		run: (e) => chain(e).toggleWrap('quote').run()
	},
	callout: {
		isActive: (e) => e.isActive('callout'),
		can: (e) => e.can().toggleWrap('callout'),
		run: (e) => chain(e).toggleWrap('callout').run()
	},
	table: {
		isActive: (e) => e.isActive('table'),
		can: mayInsertBlock,
		run: (e) => chain(e).insertTable({ rows: 3, cols: 3 }).run()
	},
	followUpTable: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.areas(e, 'followUp')
	},
	planTable: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.areas(e, 'plan')
	},
	indicator: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.indicator(e, 'indicator')
	},
	figure: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.indicator(e, 'figure')
	},
	indicatorSummary: {
		can: mayInsertBlock,
		run: (e) => insertBlock(e, 'indicatorSummary')
	},
	rollUp: {
		can: mayInsertBlock,
		run: (e) => insertBlock(e, 'rollUp')
	},
	chart: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.chart(e)
	},
	picture: {
		can: mayInsertBlock,
		run: (e, dialogs) => dialogs.picture(e)
	},
	footnote: {
		// A heading's words stand in lists of contents too, where a note would lead nowhere.
		can: (e) => !e.isActive('heading') && !e.isActive('areaTitle'),
		run: (e, dialogs) => dialogs.footnote(e)
	},
	references: {
		isActive: (e) => e.isActive('references'),
		can: (e) => e.can().toggleWrap('references'),
		run: (e) => chain(e).toggleWrap('references').run()
	},
	signature: {
		can: mayInsertBlock,
		// Its first field takes the focus.
		run: (e) => e.commands.insertContent({ type: 'signature' })
	},
	fromTo: {
		can: mayInsertBlock,
		run: (e) =>
			chain(e)
				.insertTable({ rows: 2, cols: 2 })
				.updateAttributes('table', { purpose: 'fromTo' })
				.insertContent('Från')
				.goToNextCell(1)
				.insertContent('Till')
				.goToNextCell(1)
				.run()
	}
};

/** A key combination as people of this machine write it: `Ctrl+Shift+8`, `⌘⇧8`. */
export function shownKeys(keys: string, isMac: boolean): string {
	const signs: Record<string, string> = isMac
		? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
		: { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Skift' };
	return keys
		.split('-')
		.map((key) => signs[key] ?? key.toUpperCase())
		.join(isMac ? '' : '+');
}
