/** What paragraphs of a style are, as the style map of `html.ts` names it. */
export type StyleRole =
	| `heading ${number}`
	| `within ${number}`
	| 'quote'
	| 'quoteSource'
	| 'callout'
	| 'caption'
	| 'small'
	| 'source'
	| 'value'
	| 'sentence'
	| 'contents';

type Style = { id: string; name: string; basedOn: string; level: number | null };

/** Styles by their names, which Word writes in English whatever language it speaks; the others are ours. */
const BY_NAME: [RegExp, StyleRole][] = [
	[/^(?:toc|innehåll) \d$|^toc heading$|^innehållsförteckningsrubrik$/, 'contents'],
	[/^(?:intense )?quote$|^quotations$|^(?:starkt )?citat$|^blockcitat$/, 'quote'],
	[/^caption$|^beskrivning$|^bildtext$|^tabelltext ovanför$/, 'caption'],
	[/^citatkälla$/, 'quoteSource'],
	[/^faktaruta$/, 'callout'],
	[/^liten text$/, 'small'],
	[/^källa$/, 'source'],
	[/^värde$/, 'value'],
	[/^mening$/, 'sentence']
];
const HEADING = /^(?:heading|rubrik) ([1-9])$/;
const WITHIN = /^mellanrubrik ([1-9])$/;

/** Styles may be based on each other in a ring, in a file that somebody made for the purpose. */
const MOST_STEPS = 20;

/**
 * The role of each paragraph style, by its id: by its own name, else by what it is based on, else by the
 * level that it has in the outline. A municipality's "Rubrik 2 numrerad" is a heading by what it is based on.
 */
export function styleRoles(xml: string): Map<string, StyleRole> {
	const styles = new Map(stylesIn(xml).map((style) => [style.id, style]));
	const roles = new Map<string, StyleRole>();
	for (const { id } of styles.values()) {
		const role = roleOf(id, styles);
		if (role) roles.set(id, role);
	}
	return roles;
}

function stylesIn(xml: string): Style[] {
	return [...xml.matchAll(/<w:style\b[^>]*>[^]*?<\/w:style>/g)].flatMap(([style]) => {
		const [start = ''] = /^<w:style\b[^>]*>/.exec(style) ?? [];
		if (!/w:type="paragraph"/.test(start)) return [];
		const value = (name: string): string =>
			new RegExp(`<w:${name}\\b[^>]*w:val="([^"]*)"`).exec(style)?.[1] ?? '';
		const level = value('outlineLvl');
		return [
			{
				id: /w:styleId="([^"]*)"/.exec(start)?.[1] ?? '',
				name: value('name').toLowerCase(),
				basedOn: value('basedOn'),
				level: /^[0-8]$/.test(level) ? Number(level) + 1 : null
			}
		];
	});
}

function roleOf(id: string, styles: Map<string, Style>): StyleRole | null {
	let style = styles.get(id);
	let level: number | null = null;
	for (let step = 0; style && step < MOST_STEPS; step += 1) {
		const { name, basedOn } = style;
		const within = WITHIN.exec(name)?.[1];
		if (within !== undefined) return `within ${Number(within)}`;
		const heading = HEADING.exec(name)?.[1];
		if (heading !== undefined) return `heading ${level ?? Number(heading)}`;
		const known = BY_NAME.find(([pattern]) => pattern.test(name));
		if (known) return known[1];
		level ??= style.level;
		style = styles.get(basedOn);
	}
	return level === null ? null : `heading ${level}`;
}

/** The ids of the table styles whose first row is a row of headers by its look. */
export const headedTables = (xml: string): Set<string> =>
	new Set(
		[...xml.matchAll(/<w:style\b[^>]*w:type="table"[^>]*>[^]*?<\/w:style>/g)].flatMap(([style]) =>
			style.includes('w:type="firstRow"') ? (/w:styleId="([^"]*)"/.exec(style)?.[1] ?? []) : []
		)
	);
