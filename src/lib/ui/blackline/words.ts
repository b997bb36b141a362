import type { Block } from '#core/blackline/blocks.ts';
import type { FormChange } from '#core/blackline/forms.ts';
import type { blacklineTexts } from '#messages/blackline.ts';

type Texts = ReturnType<typeof blacklineTexts>;

/** What must be said of a passage beside its words, a sentence each. */
export function blockNotes({ moved, elsewhere, mark, forms }: Block, t: Texts): string[] {
	return [
		...(moved ? [moved.after === '' ? t.movedFromStart : t.moved(moved.after)] : []),
		...(elsewhere
			? [(mark === 'removed' ? t.nowIn : t.wasIn)(`${elsewhere.number} ${elsewhere.title}`)]
			: []),
		...forms.map((form) => formNote(form, t))
	];
}

function formNote(form: FormChange, t: Texts): string {
	switch (form.what) {
		case 'kind':
			return t.forms.kind(t.kinds[form.was], t.kinds[form.now]);
		case 'level':
			return t.forms.level(form.was, form.now);
		default:
			return t.forms[form.what];
	}
}
