import type { Actor, Role } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { listLinks } from '#server/store/one-time-links.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { getPerson, loadActor, type Person } from '#server/store/people.ts';
import { auditLinesOf, ownRows, ownWords, sectionsWrittenBy } from '#server/store/personal-data.ts';
import { readHistory } from '#server/store/history.ts';
import { getReport, reportThing } from '#server/store/reports.ts';
import { getSection, thingOf } from '#server/store/sections.ts';
import { listSessions } from '#server/store/sessions.ts';
import type { Tx } from '#server/store/store.ts';
import { ownSession } from './account.ts';
import { wordsByAuthor } from './authors.ts';
import type { View } from './index.ts';
import { grantNamer } from './people-parts.ts';

/** A time as anybody reads it, in UTC; null for none. */
type Time = string | null;

/**
 * U9: everything that is kept about a person, as they are given it. What others wrote is not in it, nor
 * the title of anything that they may not see now; nor any hash.
 */
export type PersonalData = {
	account: {
		id: string;
		name: string;
		email: string;
		createdAt: Time;
		closedAt: Time;
		passwordSetAt: Time;
		hasPassword: boolean;
	};
	roles: { role: Role; of: string }[];
	signInServices: { issuer: string; subject: string; createdAt: Time; lastUsedAt: Time }[];
	sessions: { device: string; via: string; beganAt: Time; lastUsedAt: Time }[];
	links: { purpose: string; createdAt: Time; expiresAt: Time; usedAt: Time }[];
	keysForPrograms: {
		name: string;
		scope: string;
		createdAt: Time;
		expiresAt: Time;
		lastUsedAt: Time;
		revokedAt: Time;
	}[];
	noticeChoices: { kind: string; way: string }[];
	notices: { kind: string; at: Time; readAt: Time }[];
	/** The words of those that were sent. */
	mails: { to: string; subject: string; text: string; sentAt: Time }[];
	/** Lines of the trail: what the person did. */
	acts: ({ at: Time; act: string; reason: string | null } & Place)[];
	/** And what others did that concerns them: their roles, their account. */
	actsAboutYou: { at: Time; act: string }[];
	comments: ({
		at: Time;
		text: string;
		earlier: { at: Time; text: string }[];
		withdrawnAt: Time;
	} & Place)[];
	suggestions: ({ at: Time; proposed: string; state: string } & Place)[];
	lateContributions: ({ at: Time; text: string; state: string; decidedAt: Time } & Place)[];
	/** What was written stands in the texts and their history, not here. */
	written: ({ updates: number; firstAt: Time; lastAt: Time; wordsNow: number } & Place)[];
};

/** Where it is, if the person may see it now. */
type Place = { report: string | null; section: string | null };

const time = (at: number | null): Time => (at === null ? null : new Date(at).toISOString());

/**
 * @param personId null for oneself; somebody else's is for who manages people (an account that was
 * forgotten has none)
 */
export const personalData: View<{ personId: string | null }, PersonalData> = async (
	tx,
	actor,
	params
) => {
	const found = await dataSubject(tx, actor, params.personId);
	if (!found.ok) return found;
	const person = found.value;
	const { id, municipalityId } = person;
	const place = placer(tx, await loadActor(tx, id));
	const { identities, tokens, notices, choices, mails } = await ownRows(tx, id);
	const trail = await auditLinesOf(tx, id);
	const namer = await grantNamer(tx, municipalityId);
	return ok({
		account: {
			id,
			name: person.name,
			email: person.email,
			createdAt: time(person.createdAt),
			closedAt: time(person.closedAt),
			passwordSetAt: time(person.passwordSetAt),
			hasPassword: person.passwordHash !== null
		},
		roles: (await grantRowsOf(tx, id)).map(namer).map(({ role, of }) => ({ role, of })),
		signInServices: identities.map((i) => ({
			issuer: i.issuer,
			subject: i.subject,
			createdAt: time(i.createdAt),
			lastUsedAt: time(i.lastUsedAt)
		})),
		sessions: (await listSessions(tx, id)).map(ownSession).map((s) => ({
			device: s.device,
			via: s.via,
			beganAt: time(s.beganAt),
			lastUsedAt: time(s.lastUsedAt)
		})),
		links: (await listLinks(tx, id)).map((l) => ({
			purpose: l.purpose,
			createdAt: time(l.createdAt),
			expiresAt: time(l.expiresAt),
			usedAt: time(l.usedAt)
		})),
		keysForPrograms: tokens.map((t) => ({
			...t,
			createdAt: time(t.createdAt),
			expiresAt: time(t.expiresAt),
			lastUsedAt: time(t.lastUsedAt),
			revokedAt: time(t.revokedAt)
		})),
		noticeChoices: choices,
		notices: notices.map((n) => ({ kind: n.kind, at: time(n.at), readAt: time(n.readAt) })),
		mails: mails
			.filter((m) => m.state === 'sent')
			.map((m) => ({ to: m.to, subject: m.subject, text: m.text, sentAt: time(m.sentAt) })),
		acts: await Promise.all(
			trail.did.map(async ({ at, act, reason, reportId, sectionId }) => ({
				at: time(at),
				act,
				reason,
				...(await place(sectionId, reportId))
			}))
		),
		actsAboutYou: trail.about.map(({ at, act }) => ({ at: time(at), act })),
		...(await saidBy(tx, id, place)),
		written: await writtenBy(tx, id, place)
	});
};

/** Who it is about, when the actor may have it. */
export async function dataSubject(
	tx: Tx,
	actor: Actor | null,
	personId: string | null
): Promise<Result<Person>> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const isOwn = personId === null || personId === actor.personId;
	const act = isOwn ? 'account.own' : 'people.manage';
	const allowed = permit(actor, act, { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const person = await getPerson(tx, personId ?? actor.personId);
	if (person?.municipalityId !== municipalityId || person.erasedAt !== null)
		return refuse({ code: 'notFound' });
	return ok(person);
}

type Placer = (sectionId: string | null, reportId?: string | null) => Promise<Place>;

/** Names places as far as the person may see them now: whose account is closed sees none. */
function placer(tx: Tx, person: Actor | null): Placer {
	const known = new Map<string, Place>();
	return async (sectionId, reportId = null) => {
		const key = `${sectionId ?? ''} ${reportId ?? ''}`;
		const place = known.get(key) ?? (await placeFor(tx, person, sectionId, reportId));
		known.set(key, place);
		return place;
	};
}

async function placeFor(
	tx: Tx,
	person: Actor | null,
	sectionId: string | null,
	reportId: string | null
): Promise<Place> {
	const section = sectionId === null ? undefined : await getSection(tx, sectionId);
	const sees = section && permit(person, 'section.read', await thingOf(tx, section)).ok;
	const reportOf = section?.reportId ?? reportId;
	const report = reportOf === null ? undefined : await getReport(tx, reportOf);
	const seesReport = report && permit(person, 'report.read', reportThing(report)).ok;
	return {
		report: seesReport ? report.title : null,
		section: sees ? `${section.number} ${section.title}` : null
	};
}

async function saidBy(
	tx: Tx,
	personId: string,
	place: Placer
): Promise<Pick<PersonalData, 'comments' | 'suggestions' | 'lateContributions'>> {
	const { comments, wordings, suggestions, late } = await ownWords(tx, personId);
	const earlier = Map.groupBy(wordings, (w) => w.commentId);
	return {
		comments: await Promise.all(
			comments.map(async ({ comment, sectionId }) => ({
				at: time(comment.at),
				text: comment.text,
				earlier: (earlier.get(comment.id) ?? []).map((w) => ({ at: time(w.at), text: w.text })),
				withdrawnAt: time(comment.withdrawnAt),
				...(await place(sectionId))
			}))
		),
		suggestions: await Promise.all(
			suggestions.map(async (s) => ({
				at: time(s.createdAt),
				proposed: s.proposed ?? '',
				state: s.state,
				...(await place(s.sectionId))
			}))
		),
		lateContributions: await Promise.all(
			late.map(async ({ sectionId, at, text, state, decidedAt }) => ({
				at: time(at),
				text,
				state,
				decidedAt: time(decidedAt),
				...(await place(sectionId))
			}))
		)
	};
}

/** In which sections the person wrote: how often, between when, and how many words stand there now. */
async function writtenBy(
	tx: Tx,
	personId: string,
	place: Placer
): Promise<PersonalData['written']> {
	const written: PersonalData['written'] = [];
	for (const sectionId of await sectionsWrittenBy(tx, personId)) {
		const section = await getSection(tx, sectionId);
		if (!section) continue;
		const own = (await readHistory(tx, section)).filter((u) => u.personId === personId);
		written.push({
			updates: own.length,
			firstAt: time(own[0]?.at ?? null),
			lastAt: time(own.at(-1)?.at ?? null),
			wordsNow: (await wordsByAuthor(tx, section)).get(personId) ?? 0,
			...(await place(sectionId))
		});
	}
	return written;
}
