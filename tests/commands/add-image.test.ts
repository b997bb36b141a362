import { expect, test } from 'vitest';
import { pictures } from '../export/support/pictures.ts';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { reportId } from '../support/look.ts';

test('[C8] a picture that cannot be printed is refused when it is added: cut off, or of a press', async () => {
	const app = await demoApp();
	const report = await reportId(app, 2023);
	const add = (bytes: Uint8Array) =>
		app.commands.addImage({ by: by('coordinator'), reportId: report, bytes });
	for (const bytes of [pictures.png, pictures.jpeg, pictures.webp]) must(await add(bytes));
	for (const bytes of [pictures.png.slice(0, 200), pictures.jpeg.slice(0, 700), pictures.cmyk])
		expect(refusalOf(await add(bytes))).toMatchObject({
			code: 'invalid',
			problems: [{ field: 'file', problem: 'image' }]
		});
});
