import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * M4, part of the build: what the page on which one writes loads, gzipped, with everything that it
 * imports at once or later; and that no reader's page has a script. Ends with an error when either is
 * over its budget.
 */

const BUDGET = 250_000;
/**
 * What is not loaded with the page but when somebody asks for it, or when the report holds such a
 * thing: each with a budget of its own for what it brings beside the page's files.
 */
const LATER: Record<string, number> = {
	'src/lib/editor/ReasonDialog.svelte': 5_000,
	'src/lib/editor/areas/part.ts': 25_000,
	'src/lib/editor/charts/TableChart.svelte': 20_000,
	'src/lib/editor/charts/ChartDialog.svelte': 25_000,
	'src/lib/editor/dialogs/IndicatorPicker.svelte': 5_000,
	'src/lib/editor/dialogs/LinkDialog.svelte': 5_000,
	'src/lib/editor/dialogs/PictureDialog.svelte': 5_000,
	'src/lib/editor/findings/FindingsPanel.svelte': 15_000,
	'src/lib/editor/hinder-list.ts': 5_000,
	'src/lib/editor/parts/FootnoteDialog.svelte': 5_000,
	'src/lib/editor/parts/SignatureView.svelte': 5_000,
	'src/lib/editor/previous/PreviousPanel.svelte': 10_000,
	'src/lib/editor/provenance/ProvenancePanel.svelte': 15_000,
	'src/lib/editor/review/SectionReview.svelte': 16_000,
	'src/lib/editor/roll-up/RollUpView.svelte': 5_000,
	'src/lib/editor/views/IndicatorChart.svelte': 10_000
};
const WRITING = '/(work)/reports/[id]';
const OUT = '.svelte-kit/output/client';
const NODES = '.svelte-kit/generated/client-optimized';

/** Of these a page loads one. */
const EITHER = ['src/lib/messages/sv.ts', 'src/lib/messages/en.ts'];

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean };
type Manifest = Record<string, Chunk>;

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

/** The numbers of the layout and page nodes of a route, from Kit's own dictionary. */
function nodesOf(route: string): number[] {
	const app = readFileSync(join(NODES, 'app.js'), 'utf8');
	const entry = app.split('\n').find((line) => line.includes(`${JSON.stringify(route)}:`));
	if (entry === undefined) return fail(`There is no route ${route}.`);
	const numbers = entry.slice(entry.indexOf(':') + 1).match(/\d+/g) ?? [];
	return [0, ...numbers.map(Number)];
}

/** The files of a chunk and of all that it imports; later imports too when `later` is true. */
function filesOf(manifest: Manifest, key: string, later: boolean, found = new Set<string>()) {
	const chunk = manifest[key];
	if (!chunk || found.has(chunk.file)) return found;
	found.add(chunk.file);
	for (const next of chunk.imports ?? []) filesOf(manifest, next, later, found);
	if (later)
		for (const next of chunk.dynamicImports ?? [])
			if (!(next in LATER) && !EITHER.includes(next)) filesOf(manifest, next, true, found);
	return found;
}

const manifestFile = join(OUT, '.vite/manifest.json');
if (!existsSync(manifestFile)) fail('Build first: vite build.');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
const files = new Set<string>();
for (const [key, chunk] of Object.entries(manifest))
	// The start of every page; it knows all pages by later imports, which are not this page's.
	if (chunk.isEntry && !key.includes('/nodes/'))
		for (const file of filesOf(manifest, key, false)) files.add(file);
for (const node of nodesOf(WRITING))
	for (const file of filesOf(manifest, `${NODES}/nodes/${node}.js`, true)) files.add(file);

const sizesOf = (some: Iterable<string>) =>
	[...some]
		.filter((file) => file.endsWith('.js'))
		.map((file) => ({ file, bytes: gzipSync(readFileSync(join(OUT, file))).byteLength }))
		.sort((a, b) => b.bytes - a.bytes);
const sumOf = (some: { bytes: number }[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);
/** The language that weighs more. */
const [heavier = ''] = EITHER.toSorted(
	(a, b) => sumOf(sizesOf(filesOf(manifest, b, true))) - sumOf(sizesOf(filesOf(manifest, a, true)))
);
if (!manifest[heavier]) fail('The languages come with the page, both of them.');
filesOf(manifest, heavier, true, files);
const sizes = sizesOf(files);
const total = sumOf(sizes);
const kB = (bytes: number) => (bytes / 1000).toFixed(1);
console.log(
	`The writing page loads ${kB(total)} kB of JavaScript gzipped (at most ${kB(BUDGET)}).`
);
for (const { file, bytes } of sizes.slice(0, 8)) console.log(`  ${kB(bytes).padStart(6)}  ${file}`);
if (total > BUDGET) fail('That is over the budget.');
for (const [key, budget] of Object.entries(LATER)) {
	if (!manifest[key]) fail(`${key} is no entry of its own: it comes with the page.`);
	const more = [...filesOf(manifest, key, true)].filter((file) => !files.has(file));
	const bytes = sumOf(sizesOf(more));
	console.log(`When asked for, ${key} brings ${kB(bytes)} kB more (at most ${kB(budget)}).`);
	if (bytes > budget) fail('That is over the budget.');
}
