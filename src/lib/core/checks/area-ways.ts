import { lineageSides, type PlacedArea } from '../lineage-areas.ts';
import type { LineageLink } from '../lineage.ts';
import { namesOf, titlePath } from './areas.ts';
import type { ReadSection } from './checked.ts';
import { digest, excerptOf, finding, type Finding } from './finding.ts';

/**
 * Y3: what became of the areas, across the sections: those that were dropped although they had been
 * begun, and those that nobody has confirmed the way of. `links` are the confirmed ones that still stand.
 */
export function areaWays(sections: ReadSection[], links: LineageLink[]): Finding[] {
	const { followed, planned } = lineageSides(
		sections.map((section) => ({ section, doc: section.doc }))
	);
	const dropped = new Set(links.flatMap(({ kind, from }) => (kind === 'dropped' ? from : [])));
	const begun = followed.filter(({ area }) => dropped.has(area.id) && area.status === 'started');
	const found = begun.map(({ area, section: { sectionId, doc } }) =>
		finding(
			'areaDroppedWhileBegun',
			{ sectionId, path: titlePath(doc, area) },
			digest(`${area.id}\n${area.title}`),
			excerptOf(area.title)
		)
	);
	if (followed.length === 0 || planned.length === 0) return found;
	const from = new Set(links.flatMap((link) => link.from));
	const to = new Set(links.flatMap((link) => link.to));
	return [...found, ...unconfirmed(followed, from), ...unconfirmed(planned, to)];
}

/** One finding a section. */
function unconfirmed(placed: PlacedArea<ReadSection>[], confirmed: ReadonlySet<string>): Finding[] {
	const sections = new Map<ReadSection, PlacedArea<ReadSection>[]>();
	for (const one of placed) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
	return [...sections].flatMap(([{ sectionId, doc }, all]) => {
		const open = all.map(({ area }) => area).filter(({ id }) => !confirmed.has(id));
		const [first] = open;
		if (!first) return [];
		const names = namesOf(open);
		const params = { count: String(open.length), total: String(all.length) };
		const at = { sectionId, path: titlePath(doc, first) };
		const content = digest([...open.map(({ id }) => id), names].join('\n'));
		return [finding('lineageUnconfirmed', at, content, excerptOf(names), params)];
	});
}
