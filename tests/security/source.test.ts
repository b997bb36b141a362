import { PERSON_COLOURS } from '#core/person-colour.ts';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What no source of a page may have, so that the policy can be strict. */

const read = (pattern: string) =>
	globSync(pattern).map((file) => ({
		file: file.replaceAll('\\', '/'),
		// What a comment says is no markup.
		text: readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '')
	}));
const components = read('src/**/*.svelte');

test('[O9] no component writes a style attribute where the server renders it', () => {
	expect(components.length).toBeGreaterThan(150);
	const found = components
		.filter(({ text }) => /\sstyle[:=]/.test(text.replace(/<style[\s\S]*$/, '')))
		.map(({ file }) => file);
	// This is there when a socket has told of somebody: set by script, on the element.
	expect(found).toEqual(['src/lib/editor/People.svelte']);
});

test('[O9] HTML comes into a page in two audited places', () => {
	const found = components.filter(({ text }) => /\{@html/.test(text)).map(({ file }) => file);
	expect(found.sort()).toEqual([
		'src/lib/editor/Trusted.svelte',
		'src/routes/(read)/r/KeptHtml.svelte'
	]);
	const scripts = [...components, ...read('src/**/*.ts')].filter(({ text }) =>
		/\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/.test(text)
	);
	expect(scripts.map(({ file }) => file)).toEqual([]);
});

test('[O9] nothing inline is allowed unseen, but the frame that a browser sets around a PDF, and Kit’s announcer', () => {
	const found = [...read('src/**/*.ts'), ...read('server/**/*.ts'), ...read('svelte.config.js')]
		.filter(({ text }) => /unsafe-(?:inline|eval|hashes)/.test(text))
		.map(({ file }) => file);
	expect(found).toEqual([
		'src/routes/(read)/r/[slug]/v/[file=form]/send-file.ts',
		'svelte.config.js'
	]);
	// Hashes of attributes let in that text alone, and where no hash is named, none.
	expect(readFileSync('svelte.config.js', 'utf8')).not.toMatch(/unsafe-(?:inline|eval)/);
});

test('[O9] the style of the authors’ page knows every colour of a person', () => {
	const css = readFileSync(
		'src/routes/(work)/reports/[id]/sections/[sectionId]/history/authors/who.css',
		'utf8'
	);
	const known = [...css.matchAll(/\[data-who='(#\w{6})'\] \{\s*--who: (#\w{6});/g)];
	expect(known.map(([, name]) => name)).toEqual([...PERSON_COLOURS]);
	expect(known.map(([, , colour]) => colour)).toEqual([...PERSON_COLOURS]);
});
