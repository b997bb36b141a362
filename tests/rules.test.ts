import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Rules and tests name each other. */

const rules = [
	...readFileSync('src/lib/core/RULES.md', 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\* (`later` )?/gm)
].map(([, id, later]) => ({ id: id ?? '', later: later !== undefined }));

function testFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return testFiles(path);
		return entry.name.endsWith('.ts') ? [path] : [];
	});
}

/** Every test's title, as it stands in the source. */
const titles = testFiles('tests').flatMap((file) =>
	[
		...readFileSync(file, 'utf8').matchAll(
			/^\s*(?:test|it)(?:\.each(?:<[^>]*>)?\([^\n]*?\)|\.for\([^\n]*?\))?\(\s*(['"`])(.*)/gm
		)
	].map(([, , title]) => ({ file, title: title ?? '' }))
);

const cited = (title: string) =>
	[...(/^((?:\[[A-Z]\d+\] ?)+)/.exec(title)?.[1] ?? '').matchAll(/[A-Z]\d+/g)].map(([id]) => id);

test('[M1] every rule that is not marked later has a test', () => {
	const tested = new Set(titles.flatMap(({ title }) => cited(title)));
	expect(rules.filter((r) => !r.later && !tested.has(r.id)).map((r) => r.id)).toEqual([]);
});

test('[M1] every test begins with a rule that exists', () => {
	const known = new Set(rules.map((r) => r.id));
	const astray = titles.filter(({ title }) => {
		const ids = cited(title);
		return ids.length === 0 || ids.some((id) => !known.has(id));
	});
	expect(astray.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
});

test('[M1] the rules that are still to come are counted', () => {
	expect(rules.filter((r) => r.later).map((r) => r.id)).toEqual([]);
});

test('[M1] no test is skipped, alone or expected to fail', () => {
	const silenced = testFiles('tests').filter((file) =>
		/\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/.test(
			readFileSync(file, 'utf8').replace(/^.*silenced.*$|^.*\(\?:skip.*$/gm, '')
		)
	);
	expect(silenced).toEqual([]);
});
