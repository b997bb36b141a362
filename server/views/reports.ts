import { may, type Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import type { ReportKind } from '#core/report-kind.ts';
import { ok, refuse } from '#core/result.ts';
import { hasVariants, templateOf } from '#core/templates.ts';
import { listAuthorities } from '#server/store/organisation.ts';
import { templatesInUse } from '#server/store/templates.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { mayRollOver } from './roll-over.ts';
import { seenReports } from './seen.ts';
import { shelvesFor, type Shelf } from './shelves.ts';

export type ReportsPage = {
	shelves: Shelf[];
	mayCreate: boolean;
	/** There is a published report whose next year the person may make (Y1). */
	mayRollOver: boolean;
	/** Says who publishes. */
	mayManageSender: boolean;
	/** Sees what became of mails. */
	mayManagePeople: boolean;
	mayManageTemplates: boolean;
};

/** Every working report that the person may see. */
export const reports: View<null, ReportsPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'report.list', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	return ok({
		shelves: await shelvesFor(tx, actor),
		mayRollOver: await anyToRollOver(tx, actor),
		mayCreate: (await ownAuthorities(tx, actor)).length > 0,
		mayManagePeople: may(actor, 'people.manage', { kind: 'municipality', municipalityId }).may,
		mayManageSender: may(actor, 'sender.manage', { kind: 'municipality', municipalityId }).may,
		mayManageTemplates: may(actor, 'template.manage', { kind: 'municipality', municipalityId }).may
	});
};

async function anyToRollOver(tx: Tx, actor: Actor): Promise<boolean> {
	for (const report of await seenReports(tx, actor))
		if (await mayRollOver(tx, actor, report)) return true;
	return false;
}

/** A template that a report can be made of. */
export type TemplateChoice = {
	key: string;
	kind: ReportKind;
	title: string;
	version: number;
	isOwn: boolean;
	hasVariants: boolean;
};
export type NewReportPage = {
	authorities: { id: string; name: string }[];
	templates: TemplateChoice[];
};

/** What a new report can be made of and for: the authorities whose reports the person coordinates. */
export const newReport: View<null, NewReportPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	return ok({
		authorities: await ownAuthorities(tx, actor),
		templates: (await templatesInUse(tx, municipalityId)).map((template) => ({
			key: template.key,
			kind: template.kind,
			title: template.title,
			version: template.version,
			isOwn: templateOf(template.key) === undefined,
			hasVariants: hasVariants(template)
		}))
	});
};

async function ownAuthorities(tx: Tx, actor: Actor): Promise<NewReportPage['authorities']> {
	const { municipalityId, grants } = actor;
	if (!may(actor, 'report.create', { kind: 'municipality', municipalityId }).may) return [];
	const whole = grants.flatMap((g) =>
		g.role === 'coordinator' && g.reportId === null ? [g.authorityId] : []
	);
	const all = await listAuthorities(tx, municipalityId);
	return all
		.filter((a) => a.closedAt === null && whole.includes(a.id))
		.map(({ id, name }) => ({ id, name }));
}
