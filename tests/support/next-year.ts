import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import type { App } from '#server/app.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import { livingDoc } from '#server/views/documents.ts';
import { must } from './act.ts';
import { keepEdition, modelOf } from './next-edition.ts';

/** Last year's edition of the demo as a test wants it, and what is made of it. */

export const LAST = 'barnbokslut-2022';

/** Keeps another edition of last year's report in which `change` has been at work; it is the newest. */
export async function republish(
	app: App,
	change: (model: EditionModel) => void
): Promise<EditionModel> {
	const before = await app.read((tx) => modelOf(tx, LAST, null));
	const model = structuredClone(before);
	change(model);
	model.number += 1;
	must(await app.read((tx) => keepEdition(tx, model)));
	return model;
}

/** Gives a section of a model another text. */
export function rewrite(model: EditionModel, key: string, ...blocks: DocNode[]): void {
	const found = model.sections.find(({ content }) => content.key === key);
	if (!found) throw new Error(`no section ${key} in the edition`);
	found.content.doc = { type: 'doc', content: blocks };
}

/** Two areas, the first with two measures and a result that follows from the second of them. */
export const AREAS: NewArea[] = [
	{
		id: 'area-a',
		title: 'Märka frånvaro tidigt',
		departments: ['demo-barn-och-utbildning', 'demo-socialtjansten'],
		articles: [28],
		responsible: 'Rektorerna',
		due: '2023-12',
		measures: [
			{ id: 'measure-a1', text: 'Gå igenom frånvaron varje vecka på alla skolor.' },
			{ id: 'measure-a2', text: 'Ringa hem efter tre dagar.' }
		],
		results: [{ id: 'result-a1', text: 'Färre barn är borta länge.', measures: ['measure-a2'] }]
	},
	{
		id: 'area-b',
		title: 'Fråga de yngsta barnen',
		departments: ['demo-kultur-och-fritid'],
		measures: [{ id: 'measure-b1', text: 'Pröva samtal med barn under sex år.' }]
	}
];

export const planOf = (areas: NewArea[]): DocNode => areaTableNode('plan', 'Planen', areas);

export type RolledSection = { section: Section; doc: DocNode };

/** The sections of a report with what they hold, by key and in order. */
export async function textsOf(app: App, reportId: string): Promise<Map<string, RolledSection>> {
	return app.read(async (tx) => {
		const found = new Map<string, RolledSection>();
		for (const section of await listSections(tx, reportId))
			found.set(section.key, { section, doc: await livingDoc(tx, section) });
		return found;
	});
}
