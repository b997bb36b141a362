import type { Editor } from '@tiptap/core';

/** Somebody at an editor: chance decides what they do, `write` what they type. */
export type Hand = {
	editor: Editor;
	random: () => number;
	/** Letters to type or to paste. */
	write: (n: number) => string;
	/** False for somebody who never undoes anything. */
	undoes?: boolean;
	/** How many letters are typed in one go at most; 4 when left out. */
	longest?: number;
};

/** Every place where a caret can stand in text. */
function textPlaces({ state }: Editor): number[] {
	const places: number[] = [];
	state.doc.descendants((node, pos) => {
		if (!node.isTextblock) return true;
		for (let i = 0; i <= node.content.size; i += 1) places.push(pos + 1 + i);
		return false;
	});
	return places;
}

/** Types as a keyboard does: input rules and key handlers are asked first. */
export function typeText(editor: Editor, text: string): void {
	const { view } = editor;
	for (const letter of text) {
		const { from, to } = view.state.selection;
		const insert = () => view.state.tr.insertText(letter, from, to);
		const handled = view.someProp('handleTextInput', (f) => f(view, from, to, letter, insert));
		if (handled !== true) view.dispatch(insert());
	}
}

/** The acts, each with its share. */
const ACTS: [share: number, act: (hand: Hand, at: () => void, range: () => void) => unknown][] = [
	[
		34,
		({ editor, random, write, longest = 4 }, at) => {
			at();
			typeText(editor, write(1 + Math.floor(random() * longest)));
		}
	],
	[
		8,
		({ editor }, at) => {
			at();
			editor.commands.splitBlock();
		}
	],
	[
		7,
		({ editor }, _at, range) => {
			range();
			editor.commands.deleteSelection();
		}
	],
	[
		4,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleBold();
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleItalic();
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.setLink({ href: 'https://exempel.se' });
		}
	],
	[
		3,
		({ editor, random }, _at, range) => {
			range();
			editor.commands.toggleHeading({ level: random() < 0.5 ? 1 : 2 });
		}
	],
	[
		4,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleBulletList();
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleOrderedList();
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.sinkListItem('listItem');
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.liftListItem('listItem');
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleWrap('quote');
		}
	],
	[
		2,
		({ editor }, _at, range) => {
			range();
			editor.commands.toggleWrap('callout');
		}
	],
	[
		2,
		({ editor }, at) => {
			at();
			editor.commands.insertTable({ rows: 2, cols: 2 });
		}
	],
	[
		2,
		({ editor, random }, at) => {
			at();
			if (random() < 0.5) editor.commands.addRowAfter();
			else editor.commands.addColumnAfter();
		}
	],
	[
		1,
		({ editor, random }, at) => {
			at();
			if (random() < 0.5) editor.commands.deleteRow();
			else editor.commands.deleteColumn();
		}
	],
	[
		1,
		({ editor, random, write }, at) => {
			at();
			const chart = ['column', 'donut', null][Math.floor(random() * 3)];
			editor.commands.updateAttributes('table', { chart, source: chart && write(1) });
		}
	],
	[
		1,
		({ editor }, at) => {
			at();
			editor.commands.insertContent({ type: 'indicatorSummary' });
		}
	],
	[
		1,
		({ editor }, at) => {
			at();
			editor.commands.setHardBreak();
		}
	],
	[
		3,
		({ editor }, at) => {
			at();
			editor.commands.joinBackward();
		}
	],
	[
		3,
		({ editor, random, write }, _at, range) => {
			range();
			paste(editor, random() < 0.5 ? write(3) : `<p>${write(2)}</p><ul><li>${write(2)}</li></ul>`);
		}
	],
	[8, ({ editor, undoes }) => undoes !== false && editor.commands.undo()],
	[5, ({ editor, undoes }) => undoes !== false && editor.commands.redo()]
];

const ALL = ACTS.reduce((sum, [share]) => sum + share, 0);

/** Pastes HTML in place of the selection, through the editor's own cleaning. */
function paste(editor: Editor, html: string): void {
	// Where the browser has no event of this kind, the view asks for none of its parts.
	editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
}

/** One act of an honest person at a random place of the text. */
export function act(hand: Hand): void {
	const { editor, random } = hand;
	let left = random() * ALL;
	const chosen = ACTS.find(([share]) => (left -= share) < 0)?.[1];
	const places = textPlaces(editor);
	const index = Math.floor(random() * places.length);
	const from = places[index];
	const to = places[Math.min(places.length - 1, index + Math.floor(random() * 12))];
	// A text of pictures and figures alone has no place for a caret.
	if (from === undefined || to === undefined) return;
	chosen?.(
		hand,
		() => editor.commands.setTextSelection(from),
		() => editor.commands.setTextSelection({ from, to })
	);
}
