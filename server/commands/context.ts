import type { Act, Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import type { EditionModel } from '#core/publication.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { insertAudit, type NewAuditEvent } from '#server/store/audit.ts';
import { loadActor } from '#server/store/people.ts';
import { getReport, reportThing, type Report } from '#server/store/reports.ts';
import { getSection, thingOf, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

export { permit } from '#core/permit.ts';

/** What a command is given beside its input: clock, ids and renderers are arguments. */
export type Context = {
	/** Milliseconds since 1970. */
	now: number;
	newId: () => string;
	/** Makes the kept HTML of an edition. */
	renderEdition: (model: EditionModel) => string;
};

/** One act: check, change and audit line in one transaction, which a refusal rolls back. */
export type Command<I, O> = (tx: Tx, input: I, context: Context) => Promise<Result<O>>;

/** The person as they are now, with their roles; refused when the account is closed. */
export async function actorOf(tx: Tx, personId: string): Promise<Result<Actor>> {
	const actor = await loadActor(tx, personId);
	return actor ? ok(actor) : refuse({ code: 'notSignedIn' });
}

/** The section and the person, when the person may do `act` to it. */
export async function sectionFor(
	tx: Tx,
	by: string,
	act: Act,
	sectionId: string
): Promise<Result<{ actor: Actor; section: Section }>> {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const section = await getSection(tx, sectionId);
	if (!section) return refuse({ code: 'notFound' });
	// Reading comes first: what may not be seen does not exist (A8).
	const thing = await thingOf(tx, section);
	const seen = permit(actor.value, 'section.read', thing);
	if (!seen.ok) return seen;
	const allowed = permit(actor.value, act, thing);
	return allowed.ok ? ok({ actor: actor.value, section }) : allowed;
}

/** The report and the person, when the person may do `act` to it. */
export async function reportFor(
	tx: Tx,
	by: string,
	act: Act,
	reportId: string
): Promise<Result<{ actor: Actor; report: Report }>> {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const report = await getReport(tx, reportId);
	if (!report) return refuse({ code: 'notFound' });
	const seen = permit(actor.value, 'report.read', reportThing(report));
	if (!seen.ok) return seen;
	const allowed = permit(actor.value, act, reportThing(report));
	return allowed.ok ? ok({ actor: actor.value, report }) : allowed;
}

/** S9: the audit line of an act. */
export async function audit(
	tx: Tx,
	actor: Actor,
	context: Context,
	event: Omit<NewAuditEvent, 'municipalityId' | 'at' | 'personId' | 'personName'>
) {
	await insertAudit(tx, {
		municipalityId: actor.municipalityId,
		at: context.now,
		personId: actor.personId,
		personName: actor.name,
		...event
	});
}
