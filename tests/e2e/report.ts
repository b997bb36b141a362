import type { DocNode } from '#core/publication.ts';
import { normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { connect, lastNote, until } from '../support/client.ts';
import { apiOf, cookieOf, type ApiReport, type ApiSection } from './api.ts';

/** Reports that a test makes for itself, so that tests do not disturb each other. */

/** A new report of this variant, its sections as the template has them. */
export async function newReport(
	base: string,
	title: string,
	variant: 'board' | 'municipal' | 'full' = 'municipal'
): Promise<ApiReport> {
	const coordinator = await apiOf(base, 'coordinator');
	const made = (await coordinator.send('POST', 'reports', {
		title,
		reportYear: 2030,
		variant
	})) as { id: string };
	return coordinator.report(made.id);
}

/** The section of a report by its key. */
export function sectionIn(report: ApiReport, key: string): ApiSection {
	const found = report.sections.find((section) => section.key === key);
	if (!found) throw new Error(`no section ${key}`);
	return found;
}

/** The address of a section in the writing room. */
export const roomAt = (report: ApiReport, key: string): string =>
	`/reports/${report.id}#section-${key}`;

/** The sync server as `connect` wants it. */
const wire = (base: string) => ({
	ws: `${base.replace('http', 'ws')}/collab`,
	origin: base,
	cookie: (person: DemoPersonKey) => cookieOf(base, person)
});

/** Writes a section through the sync protocol, as a second program would: the text becomes `doc`. */
export async function write(
	base: string,
	sectionId: string,
	person: DemoPersonKey,
	doc: DocNode
): Promise<void> {
	const client = await connect(wire(base), sectionId, person);
	const told = () => lastNote(client, 'ack')?.count ?? 0;
	await until(() => told() > 0, 'the first acknowledgement');
	const before = told();
	let made = 0;
	client.doc.on('update', (_update, origin) => {
		if (origin !== client.provider) made += 1;
	});
	client.doc.transact(() => {
		prosemirrorJSONToYXmlFragment(schema, normalise(doc), client.doc.getXmlFragment(FRAGMENT));
	});
	await until(() => told() >= before + made, `${sectionId} on disk`);
	client.destroy();
}

/** Submits what is stored now, as this person. */
export async function submit(base: string, sectionId: string, person: DemoPersonKey) {
	const api = await apiOf(base, person);
	const { seq } = await api.section(sectionId);
	await api.send('POST', `sections/${sectionId}/submit`, { seq });
}

/** Approves what was submitted, as this person. */
export async function approve(base: string, sectionId: string, person: DemoPersonKey) {
	const api = await apiOf(base, person);
	const { hash } = await api.section(sectionId);
	await api.send('POST', `sections/${sectionId}/approve`, { hash });
}
