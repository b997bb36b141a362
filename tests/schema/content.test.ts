import { docJson, loadDoc, normalise, seedUpdate } from '#schema/content.ts';
import { expect, test } from 'vitest';

const bold = [{ type: 'bold' }];
const bolded = {
	type: 'doc',
	content: [
		{
			type: 'paragraph',
			content: [
				{ type: 'hardBreak', marks: bold },
				{ type: 'text', text: 'fet', marks: bold }
			]
		}
	]
};

test('[W12] the canonical form has no mark that a document cannot hold', () => {
	const [paragraph] = normalise(bolded).content ?? [];
	expect(paragraph?.content).toEqual([
		{ type: 'hardBreak' },
		{ type: 'text', text: 'fet', marks: bold }
	]);
	expect(docJson(loadDoc([seedUpdate(bolded)]))).toEqual(normalise(bolded));
});
