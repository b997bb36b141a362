import { may, type Role } from '#core/access.ts';
import { ok } from '#core/result.ts';
import { reportThing } from '#server/store/reports.ts';
import {
	getMunicipality,
	listDepartments,
	listMunicipalities
} from '#server/store/organisation.ts';
import type { View } from './index.ts';
import { countUnread } from './notices.ts';
import { seenReport } from './seen.ts';

export type ShellData = {
	/** The municipality's name; empty when the installation has none yet. */
	municipality: string;
	/** Who is signed in; null for others. */
	me: {
		id: string;
		name: string;
		/** Each role once, with the departments through which the person writes. */
		roles: { role: Role; departments: string[] }[];
		/** Working reports and indicators are there for this person. */
		works: boolean;
		/** How many notices they have not read; `MOST_COUNTED` at most. */
		unread: number;
	} | null;
};

/** What stands around every page. */
export const shell: View<null, ShellData> = async (tx, actor) => {
	if (actor === null)
		return ok({ municipality: (await listMunicipalities(tx))[0]?.name ?? '', me: null });
	const { municipalityId, name, grants } = actor;
	const departments = await listDepartments(tx, municipalityId);
	const roles = new Map<Role, string[]>();
	for (const grant of grants) {
		const of = roles.get(grant.role) ?? [];
		roles.set(grant.role, of);
		if (grant.role !== 'writer') continue;
		const department = departments.find((d) => d.id === grant.departmentId);
		if (department) of.push(department.name);
	}
	return ok({
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		me: {
			id: actor.personId,
			name,
			roles: [...roles].map(([role, of]) => ({ role, departments: of })),
			works: may(actor, 'report.list', { kind: 'municipality', municipalityId }).may,
			unread: await countUnread(tx, actor)
		}
	});
};

export type ReportHead = {
	id: string;
	title: string;
	reportYear: number;
	/** Reports of its kind come every year, and tell what became of the last one's promises (Y3). */
	followsUp: boolean;
	mayManage: boolean;
	mayPublish: boolean;
	mayAudit: boolean;
};

/** What stands above every page of one report. */
export const reportHead: View<{ reportId: string }, ReportHead> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const thing = reportThing(report);
	return ok({
		id: report.id,
		title: report.title,
		reportYear: report.reportYear,
		followsUp: report.kind === 'barnbokslut',
		mayManage: may(person, 'report.manage', thing).may,
		mayPublish: may(person, 'report.publish', thing).may,
		mayAudit: may(person, 'report.audit', thing).may
	});
};
