import type { EditionModel } from '#core/publication.ts';
import type { App } from '#server/app.ts';
import { departments } from '#server/demo/people.ts';
import { findEdition } from '#server/store/editions.ts';
import { getReport } from '#server/store/reports.ts';
import { auditEvent } from '#server/store/schema.ts';
import { listSections } from '#server/store/sections.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	approveNow,
	by,
	must,
	publishPlain,
	refusalOf,
	sectionNow,
	submitNow
} from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { batchOf } from '../support/gate.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';

const REPLY = {
	number: '2016:21',
	asker: 'Jan Jönsson',
	party: 'L',
	subject: 'barn som far illa'
};
const TITLE = 'Svar på interpellation (2016:21) av Jan Jönsson (L) om barn som far illa';
const WHO = { answeredBy: 'Åsa Lindhagen', answererTitle: 'socialborgarråd' };
const DECISION = {
	body: 'Kommunfullmäktige',
	date: '2016-03-14',
	paragraph: '§ 12',
	registryNumber: 'KS 2016/21'
};

async function authorityOf(app: App) {
	const id = await reportId(app, 2023);
	return (await reportNow(app, id)).authorityId;
}
async function reportNow(app: App, id: string) {
	const report = await app.read((tx) => getReport(tx, id));
	if (!report) throw new Error('no such report');
	return report;
}
const create = async (app: App, over: Partial<Parameters<App['commands']['createReport']>[0]>) =>
	app.commands.createReport({
		by: by('coordinator'),
		authorityId: await authorityOf(app),
		template: 'interpellationssvar',
		reportYear: 2016,
		...over
	});
const sectionsOf = (app: App, id: string) => app.read((tx) => listSections(tx, id));
const about = async (
	app: App,
	id: string,
	meta: Record<string, string>,
	who: Parameters<typeof by>[0] = 'coordinator',
	title = ''
) => {
	const { title: seenTitle, meta: seenMeta } = await reportNow(app, id);
	return app.commands.saveReportMeta({
		by: by(who),
		reportId: id,
		seen: { title: seenTitle, meta: seenMeta },
		title,
		meta
	});
};

/** Puts a signature into the section, as the editor does it. */
async function sign(app: App, sectionId: string) {
	const { epoch } = await sectionNow(app, sectionId);
	const doc = new Y.Doc();
	const block = new Y.XmlElement('signature');
	for (const [name, value] of Object.entries({
		place: 'Stockholm',
		date: '2016-03-10',
		name: 'Åsa Lindhagen',
		title: 'Socialborgarråd'
	}))
		block.setAttribute(name, value);
	doc.getXmlFragment('default').insert(0, [block]);
	const update = {
		personId: by('social'),
		clientId: doc.clientID,
		bytes: Y.encodeStateAsUpdate(doc)
	};
	const stored = must(
		await app.commands.appendUpdates({ rooms: [batchOf(sectionId, epoch, update)] })
	);
	expect(stored.rooms[0]?.stored).toBe(1);
	doc.destroy();
}

test('[P1] an answer to an interpellation is made, written, approved and published under its made title', async () => {
	const app = await demoApp();
	const { reportId: id } = must(await create(app, { meta: REPLY }));
	expect(await reportNow(app, id)).toMatchObject({
		kind: 'interpellationReply',
		meta: REPLY,
		title: TITLE,
		slug: 'svar-pa-interpellation-2016-21-av-jan-jonsson-l-om-barn-som',
		templateKey: 'interpellationssvar',
		templateVersion: 1
	});
	const sections = await sectionsOf(app, id);
	const at = (key: string) => sections.find((s) => s.key === key)?.id ?? '';
	// The one who drafts it is an officer of a department.
	for (const key of ['answer', 'signature'])
		must(
			await app.commands.changeSection({
				by: by('coordinator'),
				sectionId: at(key),
				version: 1,
				departmentId: departments.find((d) => d.templateRole === 'social')?.id ?? null
			})
		);
	await writeIn(app, 'social', at('answer'), 'Arbetet har vuxit under tre år.');
	expect(refusalOf(await submitNow(app, 'coordinator', at('signature')))).toMatchObject({
		code: 'notReady',
		hinders: [{ what: 'blockMissing', block: 'signature' }]
	});
	await sign(app, at('signature'));
	for (const key of ['answer', 'signature']) {
		must(await submitNow(app, 'coordinator', at(key)));
		must(await approveNow(app, 'coordinator', at(key)));
	}
	const publish = () =>
		publishPlain(app, { by: by('coordinator'), reportId: id, decision: DECISION, note: '' });
	// Who answers is not said yet.
	expect(refusalOf(await publish())).toEqual({
		code: 'notReady',
		hinders: [
			{ what: 'metaMissing', field: 'answeredBy' },
			{ what: 'metaMissing', field: 'answererTitle' }
		]
	});
	const actor = await actorOf(app, 'coordinator');
	expect(must(await app.views.publication(actor, { reportId: id })).hinders).toEqual([
		{ what: 'metaMissing', field: 'answeredBy' },
		{ what: 'metaMissing', field: 'answererTitle' }
	]);
	must(await about(app, id, { ...REPLY, ...WHO }));
	const { slug } = must(await publish());
	const edition = await app.read((tx) => findEdition(tx, slug, null));
	const model = JSON.parse(edition?.model ?? '') as EditionModel;
	expect(model).toMatchObject({
		title: TITLE,
		kind: 'interpellationReply',
		meta: { ...REPLY, ...WHO }
	});
	expect(model.sections.map((s) => s.content.key)).toEqual(['answer', 'signature']);
	const { html } = must(await app.views.edition(null, { slug, number: null }));
	expect(html?.replace(/\u00ad/g, '')).toContain(`<h1>${TITLE}</h1>`);
	expect(html).not.toContain('Har barnen fått det');
	expect(html?.replace(/\u00ad/g, '')).toContain('Åsa Lindhagen, socialborgarråd');
});

test('[C7] what the title is made of must be said when the answer is made; the rest can wait', async () => {
	const app = await demoApp();
	expect(refusalOf(await create(app, { meta: { number: '2016:21', party: ' ' } }))).toEqual({
		code: 'invalid',
		problems: ['asker', 'party', 'subject'].map((field) => ({
			field: `meta.${field}`,
			problem: 'missing'
		}))
	});
	expect(
		refusalOf(await create(app, { meta: { ...REPLY, meetingDate: '14 mars' } }))
	).toMatchObject({ problems: [{ field: 'meta.meetingDate', problem: 'date' }] });
	expect(refusalOf(await create(app, { template: 'genomlysning' }))).toMatchObject({
		problems: [{ field: 'title', problem: 'length' }]
	});
	expect(refusalOf(await create(app, { template: 'barnbokslut', title: 'X' }))).toMatchObject({
		problems: [{ field: 'variant', problem: 'unknown' }]
	});
	expect(refusalOf(await create(app, { template: 'another', title: 'X' }))).toMatchObject({
		problems: [{ field: 'template', problem: 'unknown' }]
	});
});

test('[P2] a made title follows its fields and the address stays; a typed one is typed anew', async () => {
	const app = await demoApp();
	const reply = must(await create(app, { meta: REPLY })).reportId;
	const { slug } = await reportNow(app, reply);
	must(await about(app, reply, { ...REPLY, subject: 'skolskjutsar' }, 'coordinator', 'Nåt annat'));
	expect(await reportNow(app, reply)).toMatchObject({
		title: 'Svar på interpellation (2016:21) av Jan Jönsson (L) om skolskjutsar',
		slug
	});
	const { subject: _, ...less } = REPLY;
	must(await about(app, reply, less));
	expect(await reportNow(app, reply)).toMatchObject({
		title: 'Svar på interpellation (2016:21) av Jan Jönsson (L) om skolskjutsar',
		meta: less
	});
	const review = must(await create(app, { template: 'genomlysning', title: 'Om placeringar' }));
	must(
		await about(app, review.reportId, { version: '1.0' }, 'coordinator', ' Om  placerade barn ')
	);
	expect(await reportNow(app, review.reportId)).toMatchObject({
		title: 'Om placerade barn',
		slug: 'om-placeringar',
		meta: { version: '1.0' }
	});
	const lines = await app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, 'report.about')).all()
	);
	expect(lines.map((l) => l.reportId)).toEqual([reply, reply, review.reportId]);
});

test('[A2] [O2] [S10] only who manages the report says it, what is wrong is refused at its field, and one of two wins', async () => {
	const app = await demoApp();
	const { reportId: id } = must(await create(app, { meta: REPLY }));
	for (const who of ['education', 'administrator'] as const)
		expect(refusalOf(await about(app, id, REPLY, who)).code).toBe('forbidden');
	expect(
		refusalOf(await app.views.aboutReport(await actorOf(app, 'education'), { reportId: id })).code
	).toBe('forbidden');
	expect(
		refusalOf(await about(app, id, { ...REPLY, number: 'x'.repeat(21), version: '1' }))
	).toMatchObject({
		code: 'invalid',
		problems: [
			{ field: 'meta.number', problem: 'length' },
			{ field: 'meta.version', problem: 'unknown' }
		]
	});
	const seen = { title: TITLE, meta: REPLY };
	must(await about(app, id, { ...REPLY, subject: 'något annat' }));
	expect(
		refusalOf(
			await app.commands.saveReportMeta({
				by: by('coordinator'),
				reportId: id,
				seen,
				title: '',
				meta: REPLY
			})
		)
	).toMatchObject({ code: 'moved', happened: 'valueChanged' });
});
