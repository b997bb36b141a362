import { may, type Actor, type Role } from '#core/access.ts';
import { DEFAULT_WAY, NOTICE_KINDS, type NoticeKind, type NoticeWay } from '#core/notice.ts';
import { ok, refuse } from '#core/result.ts';
import { noticeSight, type NoticePlace } from '#server/commands/notice-sight.ts';
import {
	chosenWays,
	getNotice,
	listNotices,
	listUnread,
	type Notice
} from '#server/store/notices.ts';
import { getPerson } from '#server/store/people.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';

/** What is older than so many is not listed; nobody turns a hundred pages. */
const MOST_LISTED = 2_000;
/** The bell counts no further. */
export const MOST_COUNTED = 100;

/** What a person is told in one line: several notices of one kind on one section in a row are one. */
export type NoticeLine = {
	/** Of the newest. */
	id: string;
	kind: NoticeKind;
	/** How many notices it stands for, and how many of them are unread. */
	count: number;
	unread: number;
	/** Milliseconds since 1970, of the newest. */
	at: number;
	/** Who caused them, the newest first, each once; nobody for what the clock brings. */
	by: string[];
	place: Omit<NoticePlace, 'href'>;
	/** The day of a deadline, `2026-03-31`. */
	day: string | null;
};

export type NoticesPage = ListPage & {
	lines: NoticeLine[];
	/** Of all pages. */
	unread: number;
};

/** The person's notices, the newest first, made of what they may see now (A8). */
export const notices: View<{ page: number }, NoticesPage> = async (tx, actor, params) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const lines = await linesOf(tx, actor);
	const { page, pages, limit, offset } = listPage(params.page, lines.length);
	return ok({
		lines: lines.slice(offset, offset + limit),
		page,
		pages,
		unread: lines.reduce((sum, line) => sum + line.unread, 0)
	});
};

async function linesOf(tx: Tx, actor: Actor): Promise<NoticeLine[]> {
	const sight = noticeSight(tx, actor);
	const names = new Map<string, string>();
	const lines: NoticeLine[] = [];
	for (const notice of await listNotices(tx, actor.personId, MOST_LISTED)) {
		const place = await sight(notice);
		if (place === null) continue;
		const name = await nameOf(tx, names, notice.actorId);
		const last = lines.at(-1);
		if (last && isSameLine(last, notice)) {
			last.count += 1;
			if (notice.readAt === null) last.unread += 1;
			if (name !== null && !last.by.includes(name)) last.by.push(name);
		} else lines.push(lineOf(notice, place, name));
	}
	return lines;
}

const isSameLine = (line: NoticeLine, { kind, sectionId }: Notice): boolean =>
	sectionId !== null && line.kind === kind && line.place.section?.id === sectionId;

function lineOf(
	notice: Notice,
	{ href: _, ...place }: NoticePlace,
	name: string | null
): NoticeLine {
	return {
		id: notice.id,
		kind: notice.kind,
		count: 1,
		unread: notice.readAt === null ? 1 : 0,
		at: notice.at,
		by: name === null ? [] : [name],
		place,
		day: notice.detail['day'] ?? null
	};
}

async function nameOf(tx: Tx, names: Map<string, string>, id: string | null) {
	if (id === null) return null;
	const name = names.get(id) ?? (await getPerson(tx, id))?.name ?? null;
	if (name !== null) names.set(id, name);
	return name;
}

/** Where a notice of the person leads; it does not exist when they may not see what it is about. */
export const notice: View<{ id: string }, { href: string }> = async (tx, actor, { id }) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const found = await getNotice(tx, actor.personId, id);
	const place = found && (await noticeSight(tx, actor)(found));
	return place ? ok({ href: place.href }) : refuse({ code: 'notFound' });
};

/** How many notices the person has not read, of those that exist for them; `MOST_COUNTED` at most. */
export async function countUnread(tx: Tx, actor: Actor): Promise<number> {
	const sight = noticeSight(tx, actor);
	let count = 0;
	for (const one of await listUnread(tx, actor.personId, MOST_LISTED)) {
		if (count === MOST_COUNTED) break;
		if ((await sight(one)) !== null) count += 1;
	}
	return count;
}

/** N2: how the person hears of each kind that can reach somebody with their roles. */
export const noticeWays: View<null, { kind: NoticeKind; way: NoticeWay }[]> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const ways = { ...DEFAULT_WAY, ...(await chosenWays(tx, actor.personId)) };
	const kinds = NOTICE_KINDS.filter((kind) => canReach(actor, kind));
	return ok(kinds.map((kind) => ({ kind, way: ways[kind] })));
};

function canReach(actor: Actor, kind: NoticeKind): boolean {
	const has = (role: Role) => actor.grants.some((grant) => grant.role === role);
	if (kind === 'preview') return has('councilMember');
	if (kind === 'submitted' || kind === 'late') return has('coordinator');
	const { municipalityId } = actor;
	return may(actor, 'report.list', { kind: 'municipality', municipalityId }).may;
}
