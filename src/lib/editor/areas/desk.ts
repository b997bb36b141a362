import { areasTexts, type AreasTexts } from '#messages/areas.ts';
import type { Editor } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { removeSpot } from './changes.ts';
import type { AreaRoom } from './host.ts';
import { idsOf, type Spot } from './shape.ts';

/** What the controls of area tables can do, and what they need to know: one for each editor. */
export class AreaDesk {
	readonly editor: Editor;
	readonly room: AreaRoom;
	readonly newId: () => string;

	constructor(editor: Editor, room: AreaRoom, newId = () => crypto.randomUUID() as string) {
		this.editor = editor;
		this.room = room;
		this.newId = newId;
	}

	get texts(): AreasTexts {
		return areasTexts(this.room.ui.lang);
	}

	/** Those whose rows are the person's: all that they may change, or those of their department. */
	get own(): string[] {
		const { rows, departments } = this.room;
		return rows ?? departments.filter(({ isMine }) => isMine).map(({ id }) => id);
	}

	/** The departments that a new area of this person names from the start. */
	get given(): string[] {
		return this.room.rows?.slice(0, 1) ?? [];
	}

	isOwn(area: ModelNode): boolean {
		return idsOf(area, 'departments').some((id) => this.own.includes(id));
	}

	/** The person may change this area, as far as rows go. */
	may(area: ModelNode): boolean {
		return this.room.rows === null || this.isOwn(area);
	}

	/** What a department is called in a row: its abbreviation, or its name. */
	short(id: string): string {
		const found = this.room.departments.find((department) => department.id === id);
		return found === undefined ? '' : found.abbreviation || found.name;
	}

	fullName(id: string): string {
		return this.room.departments.find((department) => department.id === id)?.name ?? '';
	}

	/** "BU, SKF" */
	shorts(ids: string[]): string {
		return ids
			.map((id) => this.short(id))
			.filter((name) => name !== '')
			.join(', ');
	}

	/** Does something to the text, where it takes changes. */
	act(make: (tr: Transaction) => void): boolean {
		const { editor } = this;
		if (!editor.isEditable) return false;
		const { tr } = editor.state;
		make(tr);
		editor.view.dispatch(tr.scrollIntoView());
		return true;
	}

	/** The same, and puts the caret where it says. */
	actAt(make: (tr: Transaction) => number): boolean {
		// First: with the focus comes the caret that the browser remembers.
		if (this.editor.isEditable) this.editor.view.focus();
		return this.act((tr) => {
			const at = make(tr);
			tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));
		});
	}

	set(pos: number | undefined, attrs: Record<string, unknown>): void {
		if (pos === undefined) return;
		this.act((tr) => {
			for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value);
		});
	}

	/** The row at a place. */
	spotAt(pos: number | undefined): Spot | null {
		const node = pos === undefined ? null : this.editor.state.doc.nodeAt(pos);
		return pos === undefined || node === null ? null : { node, pos };
	}

	/** Takes something away, with the caret to what stands before it, and says so. */
	remove(spot: Spot | null): void {
		if (spot === null) return;
		this.actAt((tr) => {
			removeSpot(tr, spot);
			return Math.max(0, spot.pos - 1);
		});
		this.room.say(this.texts.removed);
	}
}
