import { may, type Actor } from '#core/access.ts';
import type { Anchor, CommentOnPage, Review, ThreadOnPage } from '#core/review.ts';
import { ok } from '#core/result.ts';
import { makeAnchor } from '#schema/anchor.ts';
import { loadDoc } from '#schema/content.ts';
import { compare, outlineOf, type Path } from '#schema/outline.ts';
import { standingIn } from '#schema/standing.ts';
import { readersOf } from '#server/commands/notify.ts';
import { documentBytes } from '#server/store/log.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { grantsOf, listPeople } from '#server/store/people.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import {
	listSectionComments,
	listSectionWordings,
	listThreads,
	type Comment,
	type CommentWording,
	type Thread
} from '#server/store/threads.ts';
import { seenSection } from './api-section.ts';
import type { View } from './index.ts';

/** R1, R2: what is said about a section and proposed in it, for who may read it. */
export const review: View<{ sectionId: string }, Review> = async (tx, actor, params) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { actor: person, section, thing } = seen.value;
	const names = new Map(
		(await listPeople(tx, section.municipalityId)).map(({ id, name }) => [id, name])
	);
	const threads = await listThreads(tx, section.id);
	const comments = Map.groupBy(await listSectionComments(tx, section.id), (c) => c.threadId);
	const wordings = Map.groupBy(await listSectionWordings(tx, section.id), (w) => w.commentId);
	const maySettle = may(person, 'section.settle', thing).may;
	const places = await placesOf(tx, section, threads);
	const isOpen = section.state === 'draft';
	const told = inOrder(threads, places).map((thread) => ({
		...threadFor(thread, places.get(thread.id), { person, maySettle, names, isOpen }),
		comments: (comments.get(thread.id) ?? []).map((comment) =>
			commentFor(comment, wordings.get(comment.id) ?? [], person, names)
		)
	}));
	return ok({
		threads: told,
		people: await peopleOf(tx, section),
		mayComment: may(person, 'section.comment', thing).may
	});
};

/** Where a thread stands now. */
type PlaceNow = { anchor: Anchor; path: Path };

/** Of the threads whose passage stands in the text. */
async function placesOf(
	tx: Tx,
	section: Section,
	threads: Thread[]
): Promise<Map<string, PlaceNow>> {
	const places = new Map<string, PlaceNow>();
	if (threads.every(({ anchor }) => anchor === null)) return places;
	const doc = loadDoc((await documentBytes(tx, section)).parts);
	const outline = outlineOf(doc);
	const stands = standingIn(outline);
	for (const { id, anchor, epoch, quote } of threads) {
		if (anchor === null || epoch !== section.epoch) continue;
		const passage = stands({ anchor, quote });
		if (passage.is !== 'here') continue;
		places.set(id, { anchor: passage.isAnew ? makeAnchor(passage) : anchor, path: passage.path });
	}
	doc.destroy();
	return places;
}

/** Of the whole section first, then as the text goes, then those whose passage is gone; the oldest first. */
function inOrder(threads: Thread[], places: Map<string, PlaceNow>): Thread[] {
	const rank = ({ id, anchor }: Thread) => (anchor === null ? 0 : places.has(id) ? 1 : 2);
	return threads.toSorted(
		(a, b) =>
			rank(a) - rank(b) || compare(places.get(a.id)?.path ?? [], places.get(b.id)?.path ?? [])
	);
}

type Around = { person: Actor; maySettle: boolean; names: Map<string, string>; isOpen: boolean };

function threadFor(
	thread: Thread,
	place: PlaceNow | undefined,
	{ person, maySettle, names, isOpen }: Around
): Omit<ThreadOnPage, 'comments'> {
	const isMine = thread.createdBy === person.personId;
	const isSuggestion = thread.kind === 'suggestion';
	const isUndecided = isSuggestion && thread.state === 'open';
	return {
		id: thread.id,
		kind: thread.kind,
		state: thread.state,
		stateBy: thread.stateBy === null ? null : (names.get(thread.stateBy) ?? ''),
		stateAt: thread.stateAt,
		stateReason: thread.stateReason,
		version: thread.version,
		by: { id: thread.createdBy, name: names.get(thread.createdBy) ?? '' },
		at: thread.createdAt,
		mustMeet: thread.mustMeet,
		anchor: place?.anchor ?? null,
		isGone: thread.anchor !== null && place === undefined,
		quote: thread.quote,
		proposed: thread.proposed,
		mayResolve: !isSuggestion && (maySettle || isMine),
		mayDecide: isUndecided && maySettle && isOpen,
		mayWithdraw: isUndecided && isMine
	};
}

/** A withdrawn comment leaves who and when, and no word of it. */
function commentFor(
	comment: Comment,
	wordings: CommentWording[],
	person: Actor,
	names: Map<string, string>
): CommentOnPage {
	const named = (id: string) => ({ id, name: names.get(id) ?? '' });
	const isWithdrawn = comment.withdrawnAt !== null;
	return {
		id: comment.id,
		by: named(comment.personId),
		at: comment.at,
		text: isWithdrawn ? '' : comment.text,
		mentions: isWithdrawn ? [] : comment.mentions.map(named),
		editedAt: comment.editedAt,
		earlier: isWithdrawn ? [] : wordings.map(({ text, at }) => ({ text, at })),
		withdrawnAt: comment.withdrawnAt,
		isMine: comment.personId === person.personId
	};
}

async function peopleOf(tx: Tx, section: Section): Promise<Review['people']> {
	const readers = new Set(await readersOf(tx, section));
	const departments = new Map(
		(await listDepartments(tx, section.municipalityId)).map(({ id, name }) => [id, name])
	);
	const people: Review['people'] = [];
	for (const { id, name } of await listPeople(tx, section.municipalityId)) {
		if (!readers.has(id)) continue;
		const grants = await grantsOf(tx, id);
		const writes = grants.find((grant) => grant.role === 'writer');
		people.push({
			id,
			name,
			department: writes ? (departments.get(writes.departmentId) ?? null) : null
		});
	}
	return people;
}
