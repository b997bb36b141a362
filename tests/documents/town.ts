import type { DocNode, EditionModel } from '#core/publication.ts';
import { draftOf, type TemplateDraft } from '#core/template-draft.ts';
import type { IndicatorFigures } from '#core/indicator.ts';
import { GatedDocument } from '#collab/gated-document.ts';
import { loadDoc, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { getEdition } from '#server/store/editions.ts';
import { insertGroup } from '#server/store/comparison-groups.ts';
import { insertIndicator, putStated, putValue } from '#server/store/indicators.ts';
import { documentBytes } from '#server/store/log.ts';
import {
	insertAuthority,
	insertDepartment,
	insertMunicipality
} from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';
import { listSections } from '#server/store/sections.ts';
import { getTemplate } from '#server/store/templates.ts';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { resolve } from 'node:path';
import * as Y from 'yjs';
import { must, sectionNow } from '../support/act.ts';
import { batchOf } from '../support/gate.ts';

/** A municipality in memory in which a real account is written again, by the product's own acts. */
export type Town = {
	app: App;
	/** Who writes and submits, and who approves and publishes (A7). */
	writer: string;
	approver: string;
	authorityId: string;
};

const NOW = Date.UTC(2025, 1, 3, 9);

export async function openTown(about: {
	municipality: string;
	authority: string;
	departments: { id: string; name: string; abbreviation?: string }[];
	figures?: IndicatorFigures[];
}): Promise<Town> {
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'https://barnbokslut.example',
		clock: () => NOW
	});
	const municipalityId = 'm';
	await app.read(async (tx) => {
		await insertMunicipality(tx, { id: municipalityId, name: about.municipality, createdAt: 1 });
		await insertAuthority(tx, { id: 'a', municipalityId, name: about.authority });
		for (const d of about.departments)
			await insertDepartment(tx, { ...d, municipalityId, authorityId: 'a' });
		for (const id of ['writer', 'approver']) {
			await insertPerson(tx, {
				id,
				municipalityId,
				email: `${id}@example.se`,
				name: id === 'writer' ? 'Skribenten' : 'Samordnaren',
				createdAt: 1
			});
			await insertGrant(tx, {
				id: `grant-${id}`,
				municipalityId,
				personId: id,
				role: 'coordinator',
				authorityId: 'a'
			});
		}
		const groups = new Map((about.figures ?? []).flatMap((f) => f.groups.map((g) => [g.id, g])));
		for (const group of groups.values()) await insertGroup(tx, municipalityId, group);
		for (const f of about.figures ?? []) {
			await insertIndicator(tx, municipalityId, f.indicator);
			for (const value of f.values) await putValue(tx, municipalityId, f.indicator.id, value);
			for (const s of f.stated) await putStated(tx, municipalityId, f.indicator.id, s);
		}
	});
	return { app, writer: 'writer', approver: 'approver', authorityId: 'a' };
}

/** A template of the municipality's own: a variant of ours, changed. */
export async function ownTemplate(
	{ app, approver: by }: Town,
	{ variant, title }: { variant: string; title: string },
	change: (draft: TemplateDraft) => TemplateDraft
): Promise<string> {
	const from = { template: 'barnbokslut', variant };
	const { templateId } = must(await app.commands.copyTemplate({ by, from, title }));
	const own = await app.read((tx) => getTemplate(tx, templateId));
	if (!own) throw new Error('no template');
	const draft = change(draftOf(own.definition));
	must(await app.commands.saveTemplate({ by, templateId, seen: own.version, draft }));
	return templateId;
}

/**
 * Puts the text into the section as one change of the writer's: judged by the gate, stored by the
 * writer's command. Nothing goes in by another door.
 */
export async function write(town: Town, sectionId: string, content: DocNode[]): Promise<void> {
	const { app, writer } = town;
	const { epoch } = await sectionNow(app, sectionId);
	const { parts } = await app.read((tx) => documentBytes(tx, { id: sectionId, epoch }));
	const doc = loadDoc(parts);
	const updates: Uint8Array[] = [];
	doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
	doc.transact(() => {
		const fragment = doc.getXmlFragment(FRAGMENT);
		fragment.delete(0, fragment.length);
		prosemirrorJSONToYXmlFragment(schema, normalise({ type: 'doc', content }), fragment);
	});
	const bytes = Y.mergeUpdates(updates);
	const judged = new GatedDocument(loadDoc(parts), new Map(), 0).judge(bytes, writer);
	if (judged.kind !== 'taken') throw new Error(`the gate says ${JSON.stringify(judged)}`);
	const batch = batchOf(sectionId, epoch, { personId: writer, clientId: doc.clientID, bytes });
	const { rooms } = must(await app.commands.appendUpdates({ rooms: [batch] }));
	if (rooms[0]?.refusal) throw new Error(JSON.stringify(rooms[0].refusal));
}

/** Writes, submits, approves and publishes a report in all its forms. */
export async function publish(
	town: Town,
	reportId: string,
	texts: Record<string, DocNode[]>
): Promise<{ model: EditionModel; forms: Map<string, Uint8Array> }> {
	const { app, writer, approver } = town;
	const sections = await app.read((tx) => listSections(tx, reportId));
	const unknown = Object.keys(texts).filter((title) => !sections.some((s) => s.title === title));
	if (unknown.length > 0) throw new Error(`no sections called ${unknown.join(', ')}`);
	for (const { id, title, required } of sections) {
		const text = texts[title];
		if (!text) {
			if (required) throw new Error(`nothing is written in ${title}`);
			continue;
		}
		await write(town, id, text);
		const { seq } = await sectionNow(app, id);
		const { hash } = must(
			await app.commands.submitSection({ by: writer, sectionId: id, seenSeq: seq })
		);
		must(await app.commands.approveSection({ by: approver, sectionId: id, hash }));
	}
	const { editionId } = must(
		await app.publishing.publish({
			by: approver,
			reportId,
			number: null,
			note: '',
			decision: {
				body: 'Nämnden',
				date: '2025-02-03',
				paragraph: '§ 1',
				registryNumber: 'N 2025/1'
			}
		})
	);
	const row = await app.read((tx) => getEdition(tx, editionId));
	if (!row) throw new Error('no edition');
	const forms = new Map<string, Uint8Array>();
	for (const form of ['pdf', 'docx', 'json', 'measures'] as const) {
		const file = await app.views.editionForm(null, { slug: row.slug, number: row.number, form });
		if (file.ok && file.value.made) forms.set(form, file.value.bytes);
	}
	return { model: JSON.parse(row.model) as EditionModel, forms };
}
