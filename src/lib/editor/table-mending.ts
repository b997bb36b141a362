import { Extension } from '@tiptap/core';
import { fixTables } from '@tiptap/pm/tables';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		tableMending: {
			/** Gives every row of every table as many cells as the others have. */
			mendTables: () => ReturnType;
		};
	}
}

/**
 * Two people who add a row and a column at once leave a ragged table, and what others write is never
 * mended by looking at it (`guard.ts`): whoever works on the table mends it first.
 */
export const TableMending = Extension.create({
	name: 'tableMending',
	addCommands() {
		return {
			mendTables:
				() =>
				({ state, tr, dispatch }) => {
					const mended = fixTables(state);
					if (mended === undefined) return false;
					if (dispatch) for (const step of mended.steps) tr.step(step);
					return true;
				}
		};
	}
});
