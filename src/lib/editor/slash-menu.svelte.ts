import type { Messages } from '#messages/index.ts';
import type { Editor } from '@tiptap/core';
import { COMMAND_IDS, commands, type CommandId, type DialogActions } from './commands.ts';
import type { SlashHost, SlashQuery } from './slash.ts';

/** What the menu offers: everything that makes a block. */
const OFFERED: CommandId[] = COMMAND_IDS.filter(
	(id) => !['undo', 'redo', 'bold', 'italic', 'link'].includes(id)
);

export const LIST_ID = 'slash-menu';
export const optionId = (id: CommandId): string => `${LIST_ID}-${id}`;

/** The commands that answer to what was typed: by the beginning of a word, names before synonyms. */
export function matching(typed: string, texts: Messages['editor']): CommandId[] {
	const wanted = typed.toLocaleLowerCase('sv');
	const begins = (words: string) =>
		words
			.toLocaleLowerCase('sv')
			.split(/\s+/)
			.some((word) => word.startsWith(wanted));
	const byName = OFFERED.filter((id) => begins(texts.commands[id]));
	const bySynonym = OFFERED.filter((id) => !byName.includes(id) && begins(texts.synonyms[id]));
	return [...byName, ...bySynonym];
}

/**
 * The slash menu of a page: follows the plugin of whichever editor is written in. The focus stays in
 * the text; what is chosen is told by `aria-activedescendant` there.
 */
export class SlashMenuModel implements SlashHost {
	rect: DOMRect | null = $state.raw(null);
	items: CommandId[] = $state.raw([]);
	chosen = $state(0);
	#editor: Editor | null = null;
	#query: SlashQuery | null = null;
	readonly #texts: () => Messages['editor'];
	readonly #dialogs: DialogActions;

	constructor(texts: () => Messages['editor'], dialogs: DialogActions) {
		this.#texts = texts;
		this.#dialogs = dialogs;
	}

	show(editor: Editor, query: SlashQuery, rect: DOMRect): void {
		const items = matching(query.text, this.#texts()).filter((id) => commands[id].can(editor));
		if (query.text !== this.#query?.text || this.rect === null) this.chosen = 0;
		this.#editor = editor;
		this.#query = query;
		this.items = items;
		if (this.rect?.x !== rect.x || this.rect.y !== rect.y) this.rect = rect;
		this.#tell();
	}

	hide(editor: Editor): void {
		// Thirty sections share the menu, and each of them looks at itself with every letter.
		if (this.rect === null || this.#editor !== editor) return;
		this.rect = null;
		this.#query = null;
		this.#tell();
		this.#editor = null;
	}

	key(event: KeyboardEvent): boolean {
		const count = this.items.length;
		if (count === 0) return false;
		switch (event.key) {
			case 'ArrowDown':
				this.chosen = (this.chosen + 1) % count;
				break;
			case 'ArrowUp':
				this.chosen = (this.chosen + count - 1) % count;
				break;
			case 'Enter':
			case 'Tab': {
				const id = this.items[this.chosen];
				if (id !== undefined) this.choose(id);
				break;
			}
			default:
				return false;
		}
		this.#tell();
		return true;
	}

	/** Takes the typed slash away and does what was chosen. */
	choose(id: CommandId): void {
		const editor = this.#editor;
		const query = this.#query;
		if (editor === null || query === null) return;
		editor.chain().focus().deleteRange({ from: query.from, to: query.to }).run();
		commands[id].run(editor, this.#dialogs);
	}

	/** What a screen reader is to read while the caret stays in the text. */
	#tell(): void {
		const dom = this.#editor?.view.dom;
		const chosen = this.items[this.chosen];
		if (dom === undefined) return;
		if (this.rect === null || chosen === undefined) {
			dom.removeAttribute('aria-activedescendant');
			dom.removeAttribute('aria-controls');
		} else {
			dom.setAttribute('aria-controls', LIST_ID);
			dom.setAttribute('aria-activedescendant', optionId(chosen));
		}
	}
}
