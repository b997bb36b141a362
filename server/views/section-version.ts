import { may } from '#core/access.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { hashOf } from '#schema/content.ts';
import { listNamedVersions } from '#server/store/named-versions.ts';
import { getReport } from '#server/store/reports.ts';
import { lockFacts } from '#server/store/sections.ts';
import { seenSection } from './api-section.ts';
import { deskHtml } from './desk-text.ts';
import type { View } from './index.ts';
import { versionOf, type Version } from './versions.ts';

/** One version of a section, to be read. */
export type VersionPage = {
	report: { id: string; title: string };
	section: { id: string; key: string; number: string; title: string; seq: number };
	version: Pick<Version, 'ref' | 'kind' | 'seq' | 'at' | 'hasOwnFigures'>;
	/** Of its content; of a draft what a submission would have fixed, with the figures of now. */
	hash: string;
	names: string[];
	/** Its text as an edition would show it. */
	html: string;
	lock: Lock | null;
	/** It is an update of the log, older than the text, and the person may bring it back when nothing is locked. */
	mayRestore: boolean;
	mayName: boolean;
};

/** R3: a version of a section by its REF, for who may see its history; `notFound` where there is none. */
export const sectionVersion: View<
	{ reportId: string; sectionId: string; ref: string },
	VersionPage
> = async (tx, actor, params) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { section, thing, actor: person } = seen.value;
	const report = await getReport(tx, section.reportId);
	if (!report || report.id !== params.reportId) return refuse({ code: 'notFound' });
	const allowed = permit(person, 'section.history', thing);
	if (!allowed.ok) return allowed;
	const version = await versionOf(tx, section, params.ref);
	if (!version) return refuse({ code: 'notFound' });
	const { ref, kind, seq, at, hasOwnFigures, content } = version;
	const isOlder = seq !== null && seq < section.seq;
	return ok({
		report: { id: report.id, title: report.title },
		section: {
			id: section.id,
			key: section.key,
			number: section.number,
			title: section.title,
			seq: section.seq
		},
		version: { ref, kind, seq, at, hasOwnFigures },
		hash: hashOf(content),
		names: (await listNamedVersions(tx, section.id))
			.filter((one) => one.seq === seq)
			.map(({ name }) => name),
		html: await deskHtml(tx, { report, section }, content, at),
		lock: lockOn(lockFacts(section)),
		mayRestore: isOlder && may(person, 'section.restore', thing).may,
		mayName: seq !== null && may(person, 'section.settle', thing).may
	});
};
