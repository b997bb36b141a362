import type { DraftChapter, TemplateDraft } from '#core/template-draft.ts';
import { field, fields } from '../../../form.ts';

/**
 * The draft that the form holds. `row` comes once for every chapter and section, in their order: `c ` or
 * `s ` and the key; a section belongs to the chapter above it. The fields bear the same keys.
 */
export function draftIn(form: FormData): TemplateDraft {
	const chapters: DraftChapter[] = [];
	for (const row of fields(form, 'row')) {
		const key = row.slice(2);
		if (row.startsWith('c ')) {
			chapters.push({ key, title: field(form, `c.${key}.title`), sections: [] });
			continue;
		}
		const name = `s.${key}`;
		chapters.at(-1)?.sections.push({
			key,
			title: field(form, `${name}.title`),
			owner: field(form, `${name}.owner`),
			articles: field(form, `${name}.articles`),
			required: form.has(`${name}.required`),
			requiredBlocks: fields(form, `${name}.blocks`),
			// A text area writes lines as CR LF.
			help: field(form, `${name}.help`).replace(/\r\n/g, '\n')
		});
	}
	return { title: field(form, 'title'), chapters };
}
