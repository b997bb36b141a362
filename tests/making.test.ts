import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/** Every path to a text, with how many arguments it takes. */
function shape(value: unknown, path = ''): string[] {
	if (typeof value === 'function') return [`${path}/${value.length}`];
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

const FOLDER = 'src/lib/messages';

test('[M3] every text exists in Swedish and in English', async () => {
	const load = async (file: string): Promise<unknown> => ({
		...((await import(pathToFileURL(resolve(FOLDER, file)).href)) as object)
	});
	const swedish = readdirSync(FOLDER).filter((file) => file.endsWith('.sv.ts'));
	const texts: string[] = [];
	for (const file of swedish) {
		const sv = shape(await load(file));
		expect(shape(await load(file.replace('.sv.', '.en.'))), file).toEqual(sv);
		texts.push(...sv);
	}
	expect(texts.length).toBeGreaterThan(500);
});

test('[M2] an import against the directions is an error, one along them is none', async () => {
	const eslint = new ESLint();
	const complaints = async (filePath: string, code: string) => {
		const [result] = await eslint.lintText(code, { filePath });
		return (result?.messages ?? []).filter((m) => m.ruleId?.endsWith('no-restricted-imports'));
	};
	const against: [string, string][] = [
		['src/lib/core/lock.ts', "import { schema } from '#schema/extensions.ts';\nexport { schema };"],
		[
			'src/lib/schema/text.ts',
			"import { readUpdate } from '#collab/gate.ts';\nexport { readUpdate };"
		],
		[
			'src/lib/charts/chart.ts',
			"import { views } from '#server/views/index.ts';\nexport { views };"
		],
		[
			'server/store/store.ts',
			"import { commands } from '#server/commands/index.ts';\nexport { commands };"
		],
		['server/collab/room.ts', "import { views } from '#server/views/index.ts';\nexport { views };"],
		[
			'src/hooks.server.ts',
			"import { createApp } from '#server/create-app.ts';\nexport { createApp };"
		]
	];
	for (const [file, code] of against) expect(await complaints(file, code), file).toHaveLength(1);
	expect(
		await complaints(
			'src/hooks.server.ts',
			"import type { App } from '#server/app.ts';\nexport type { App };"
		)
	).toEqual([]);
	expect(
		await complaints(
			'server/store/store.ts',
			"import { ok } from '#core/result.ts';\nexport { ok };"
		)
	).toEqual([]);
}, 180_000);
