import type { Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import type { ReportKind } from '#core/report-kind.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import {
	sectionsOf,
	TEMPLATE_VARIANTS,
	type Template,
	type TemplateVariant
} from '#core/template.ts';
import { hasVariants, TEMPLATES } from '#core/templates.ts';
import {
	listAuthorities,
	listDepartments,
	listOpenDepartments
} from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import type { Report } from '#server/store/reports.ts';
import { getTemplate, listTemplates, type OwnTemplate } from '#server/store/templates.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { seenReports } from './seen.ts';

/** How many reports were made of a version of a template, the newest version first. */
export type VersionUse = { version: number; reports: number };

export type TemplateCard = {
	key: string;
	kind: ReportKind;
	title: string;
	version: number;
	/** The variants that it holds, each with its number of sections; one without a name where it has none. */
	variants: { variant: TemplateVariant | null; sections: number }[];
	uses: VersionUse[];
	/** When it was taken out of use; null for one in use, and for ours. */
	archivedAt: number | null;
};

export type TemplatesPage = {
	builtIn: TemplateCard[];
	own: TemplateCard[];
	/** Reports whose structure can become a template, the newest first. */
	reports: { id: string; title: string; reportYear: number }[];
};

/** The templates that there are, for those who look after them. Reports are counted that the person sees. */
export const templates: View<null, TemplatesPage> = async (tx, actor) => {
	const allowed = manager(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const reports = await seenReports(tx, allowed.value);
	const own = await listTemplates(tx, municipalityId);
	return ok({
		builtIn: TEMPLATES.map((t) => cardOf(t, null, reports)),
		own: own.map((t) => cardOf(t.definition, t.archivedAt, reports)),
		reports: reports.map(({ id, title, reportYear }) => ({ id, title, reportYear }))
	});
};

export type TemplatePage = {
	template: Template;
	version: number;
	savedAt: number;
	savedBy: string | null;
	archivedAt: number | null;
	/** Reports that were made of it, each with the version that it keeps. */
	reports: { id: string; title: string; version: number }[];
	/** Who may own a section, beside the coordinator. */
	departments: { id: string; name: string; authority: string }[];
};

/** One of the municipality's own. */
export const template: View<{ templateId: string }, TemplatePage> = async (
	tx,
	actor,
	{ templateId }
) => {
	const allowed = manager(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const own = await getTemplate(tx, templateId);
	if (own?.municipalityId !== municipalityId) return refuse({ code: 'notFound' });
	return ok(await pageOf(tx, allowed.value, own));
};

async function pageOf(tx: Tx, actor: Actor, own: OwnTemplate): Promise<TemplatePage> {
	const { municipalityId } = actor;
	const authorities = new Map(
		(await listAuthorities(tx, municipalityId)).map((a) => [a.id, a.name])
	);
	const reports = await seenReports(tx, actor);
	const open = (await listOpenDepartments(tx, municipalityId)).map(({ id }) => id);
	const owners = own.definition.chapters.flatMap((c) => c.sections.map((s) => s.owner));
	const isOffered = ({ id }: { id: string }) => open.includes(id) || owners.includes(id);
	return {
		template: own.definition,
		version: own.version,
		savedAt: own.savedAt,
		savedBy: (await getPerson(tx, own.savedBy))?.name ?? null,
		archivedAt: own.archivedAt,
		reports: reports
			.filter((r) => r.templateKey === own.id)
			.map(({ id, title, templateVersion }) => ({ id, title, version: templateVersion })),
		// What is closed is offered where it owns something already.
		departments: (await listDepartments(tx, municipalityId)).filter(isOffered).map((d) => ({
			id: d.id,
			name: d.name,
			authority: authorities.get(d.authorityId) ?? ''
		}))
	};
}

function manager(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'template.manage', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}

function cardOf(template: Template, archivedAt: number | null, reports: Report[]): TemplateCard {
	const { key, kind, title, version } = template;
	const count = (variant: TemplateVariant) => sectionsOf(template, variant).length;
	const made = reports.filter((r) => r.templateKey === key).map((r) => r.templateVersion);
	return {
		key,
		kind,
		title,
		version,
		variants: hasVariants(template)
			? TEMPLATE_VARIANTS.map((variant) => ({ variant, sections: count(variant) }))
			: [{ variant: null, sections: count('full') }],
		uses: [...new Set(made)]
			.sort((a, b) => b - a)
			.map((one) => ({ version: one, reports: made.filter((v) => v === one).length })),
		archivedAt
	};
}
