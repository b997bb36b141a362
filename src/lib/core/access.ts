import type { ForbiddenWhy } from './result.ts';

/** A1. A person may hold several; what is not granted is refused. */
export type Role = 'administrator' | 'coordinator' | 'writer' | 'councilMember';
export const ROLES = ['administrator', 'coordinator', 'writer', 'councilMember'] as const;

/**
 * One granted role. `administrator`: the installation. `coordinator`: the report `reportId`, or all
 * reports of the authority `authorityId`. `writer`: through the department. `councilMember`: reads.
 */
export type Grant =
	| { role: 'administrator' }
	| { role: 'coordinator'; authorityId: string; reportId: string | null }
	| { role: 'writer'; departmentId: string; authorityId: string }
	| { role: 'councilMember' };

/** Who acts. `null` stands for somebody who is not signed in. */
export type Actor = { personId: string; name: string; municipalityId: string; grants: Grant[] };

/** What is acted upon, with the facts that a decision needs and no more. */
export type Thing =
	| { kind: 'installation' }
	| { kind: 'municipality'; municipalityId: string }
	| { kind: 'report'; municipalityId: string; reportId: string; authorityId: string }
	| {
			kind: 'section';
			municipalityId: string;
			reportId: string;
			authorityId: string;
			/** The owning department; null when the coordinator owns the section. */
			departmentId: string | null;
			/** Departments with which it is shared, within the authority or (A4) outside it. */
			sharedWith: string[];
			/** Those of them that change their own rows of its tables of areas, and nothing else. */
			rowsOnly: string[];
			/** The people who wrote in it since it was last approved (A7). */
			wroteSinceApproval: string[];
			/** A7 is a setting of the municipality. */
			fourEyes: boolean;
	  }
	| {
			kind: 'preview';
			municipalityId: string;
			reportId: string;
			authorityId: string;
			/** The people it was released to. */
			readers: string[];
			/** It was taken back. */
			isWithdrawn: boolean;
	  }
	| { kind: 'edition'; municipalityId: string };

export type Act =
	| 'report.list' // see the working reports at all
	| 'report.create'
	| 'template.manage' // the municipality's own templates
	| 'report.read' // see an unpublished report: structure, board
	| 'report.manage' // titles, order, owners, tags
	| 'report.publish'
	| 'report.preview' // release a preview to council members, take it back
	| 'report.audit'
	| 'section.read'
	| 'section.edit'
	| 'section.submit'
	| 'section.approve'
	| 'section.return'
	| 'section.reopen'
	| 'section.override' // take a finding of the checks upon oneself
	| 'section.late' // see all late contributions of the section and decide about them
	| 'section.rebuild' // make its document anew
	| 'section.comment' // comment on it and propose changes, in every state (S6)
	| 'section.settle' // resolve others' threads, take proposals in or decline them
	| 'section.history' // its versions, and who wrote what
	| 'section.restore' // bring an earlier version back
	| 'preview.read'
	| 'indicator.read'
	| 'indicator.edit'
	| 'indicator.fetch' // ask a source of figures, take what it says, settle what differs
	| 'image.add'
	| 'people.manage' // invite, roles, leaving, import, who signs in how
	| 'organisation.manage' // authorities and departments
	| 'department.manage' // how tables call the departments
	| 'account.own' // one's own password, sessions and personal data
	| 'token.make' // keys of one's own for programs
	| 'statement.manage' // the statement on accessibility
	| 'job.read' // long work of the municipality and how far it is
	| 'installation.audit' // what was done to people, organisation and settings
	| 'sender.manage' // who publishes: mark, colour, contact
	| 'edition.read';

export type Verdict = { may: true } | { may: false; why: ForbiddenWhy; hidden: boolean };

const yes: Verdict = { may: true };
const no = (why: ForbiddenWhy = 'role'): Verdict => ({ may: false, why, hidden: false });
/** A8: refused in a way that does not tell that the thing exists. */
const hidden: Verdict = { may: false, why: 'unpublished', hidden: true };

const isAdministrator = (a: Actor) => a.grants.some((g) => g.role === 'administrator');
const isCoordinatorOf = (a: Actor, t: { authorityId: string; reportId: string }) =>
	a.grants.some(
		(g) =>
			g.role === 'coordinator' &&
			g.authorityId === t.authorityId &&
			(g.reportId === null || g.reportId === t.reportId)
	);
const isCoordinatorSomewhere = (a: Actor) => a.grants.some((g) => g.role === 'coordinator');
const isWriterSomewhere = (a: Actor) => a.grants.some((g) => g.role === 'writer');
const writesIn = (a: Actor, departmentIds: string[]) =>
	a.grants.some((g) => g.role === 'writer' && departmentIds.includes(g.departmentId));
const writesForAuthority = (a: Actor, authorityId: string) =>
	a.grants.some((g) => g.role === 'writer' && g.authorityId === authorityId);

/**
 * A2: the one place that decides. Every page, form, API call and socket frame asks it. States and
 * locks are not its business: they come after, from `lockOn` and `transition`.
 */
export function may(actor: Actor | null, act: Act, thing: Thing): Verdict {
	if (thing.kind === 'edition') return act === 'edition.read' ? yes : no();
	if (actor === null) return hidden;
	if (thing.kind === 'installation')
		return act === 'people.manage' && isAdministrator(actor) ? yes : no();
	if (thing.municipalityId !== actor.municipalityId) return hidden;
	switch (thing.kind) {
		case 'municipality':
			return mayInMunicipality(actor, act);
		case 'report':
			return mayWithReport(actor, act, thing);
		case 'section':
			return mayWithSection(actor, act, thing);
		case 'preview':
			return mayWithPreview(actor, act, thing);
	}
}

/** A5: those it was released to, until it is taken back, and who coordinates the report. */
function mayWithPreview(
	actor: Actor,
	act: Act,
	thing: Extract<Thing, { kind: 'preview' }>
): Verdict {
	if (isCoordinatorOf(actor, thing)) return act === 'preview.read' ? yes : no();
	const isReader =
		actor.grants.some((g) => g.role === 'councilMember') && thing.readers.includes(actor.personId);
	if (!isReader || thing.isWithdrawn) return hidden;
	return act === 'preview.read' ? yes : no();
}

function mayInMunicipality(actor: Actor, act: Act): Verdict {
	const works = isCoordinatorSomewhere(actor) || isWriterSomewhere(actor);
	switch (act) {
		case 'report.list':
		case 'indicator.read':
			return works || isAdministrator(actor) ? yes : hidden;
		case 'image.add':
			return works ? yes : no();
		case 'indicator.edit':
			return works ? yes : no();
		case 'report.create':
			return isCoordinatorSomewhere(actor) ? yes : no();
		case 'indicator.fetch':
			return isCoordinatorSomewhere(actor) || isAdministrator(actor) ? yes : no();
		case 'sender.manage':
		case 'department.manage':
		case 'template.manage':
			return isCoordinatorSomewhere(actor) || isAdministrator(actor) ? yes : no();
		case 'statement.manage':
			return isCoordinatorSomewhere(actor) || isAdministrator(actor) ? yes : no();
		case 'account.own':
			return yes;
		case 'token.make':
		case 'job.read':
			return works || isAdministrator(actor) ? yes : no();
		case 'people.manage':
		case 'organisation.manage':
		case 'installation.audit':
			return isAdministrator(actor) ? yes : no();
		default:
			return no();
	}
}

function mayWithReport(actor: Actor, act: Act, thing: Extract<Thing, { kind: 'report' }>): Verdict {
	if (isCoordinatorOf(actor, thing)) return yes;
	// A4: writers of the report's own authority see it. A8: for others it does not exist.
	const sees = writesForAuthority(actor, thing.authorityId) || isAdministrator(actor);
	if (!sees) return hidden;
	if (act === 'report.read') return yes;
	if (act === 'report.audit') return isAdministrator(actor) ? yes : no();
	return no();
}

function mayWithSection(
	actor: Actor,
	act: Act,
	thing: Extract<Thing, { kind: 'section' }>
): Verdict {
	const coordinates = isCoordinatorOf(actor, thing);
	const departments = [
		...(thing.departmentId === null ? [] : [thing.departmentId]),
		...thing.sharedWith
	];
	const writes = writesIn(actor, departments);
	const isLimited = rowsOf(actor, thing) !== null;
	const sees =
		coordinates || writes || writesForAuthority(actor, thing.authorityId) || isAdministrator(actor);
	if (!sees) return hidden;
	switch (act) {
		case 'section.read':
		case 'section.comment':
		case 'section.history':
			return yes;
		case 'section.edit':
		case 'section.submit':
		case 'section.settle':
		case 'section.restore':
			// Whoever answers for some rows does not answer for the whole.
			if (act !== 'section.edit' && isLimited) return no('notYourRow');
			// A3: the departments that own or share it; a coordinator writes in every section of the report.
			if (coordinates || writes) return yes;
			return isWriterSomewhere(actor) ? no('notYourSection') : no();
		case 'section.approve':
			if (!coordinates) return no();
			// A7: whoever wrote in it since it was last approved does not approve it.
			return thing.fourEyes && thing.wroteSinceApproval.includes(actor.personId)
				? no('fourEyes')
				: yes;
		case 'section.return':
		case 'section.reopen':
		case 'section.override':
		case 'section.late':
			return coordinates ? yes : no();
		case 'section.rebuild':
			return coordinates || isAdministrator(actor) ? yes : no();
		default:
			return no();
	}
}

/**
 * A3: the departments whose rows are all that the person may change in the section; null where they may
 * change everything, or nothing.
 */
export function rowsOf(
	actor: Actor,
	thing: Pick<
		Extract<Thing, { kind: 'section' }>,
		'reportId' | 'authorityId' | 'departmentId' | 'sharedWith' | 'rowsOnly'
	>
): string[] | null {
	if (thing.rowsOnly.length === 0 || isCoordinatorOf(actor, thing)) return null;
	const whole = thing.sharedWith.filter((id) => !thing.rowsOnly.includes(id));
	if (thing.departmentId !== null) whole.push(thing.departmentId);
	if (writesIn(actor, whole)) return null;
	const rows = thing.rowsOnly.filter((id) => writesIn(actor, [id]));
	return rows.length > 0 ? rows.sort() : null;
}
