import type { Act, Actor } from '#core/access.ts';
import { ok, refuse, type Happened, type Refusal, type Result } from '#core/result.ts';
import type { ThreadState } from '#core/review.ts';
import { getPerson } from '#server/store/people.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { getThread, type Thread } from '#server/store/threads.ts';
import { sectionFor } from './context.ts';

/** Which thread, as the person saw it (S10). */
export type SeenThread = { by: string; sectionId: string; threadId: string; version: number };

export type FoundThread = { actor: Actor; section: Section; thread: Thread };

/** The thread of the section, when the person may do `act` to the section. */
export async function threadFor(
	tx: Tx,
	{ by, sectionId, threadId }: Omit<SeenThread, 'version'>,
	act: Act
): Promise<Result<FoundThread>> {
	const found = await sectionFor(tx, by, act, sectionId);
	if (!found.ok) return found;
	const thread = await getThread(tx, threadId);
	if (thread?.sectionId !== found.value.section.id) return refuse({ code: 'notFound' });
	return ok({ ...found.value, thread });
}

const HAPPENED: Record<ThreadState, Happened> = {
	open: 'takenUp',
	resolved: 'resolved',
	accepted: 'accepted',
	declined: 'declined'
};

/** S10: what became of the thread before, and by whom. */
export async function threadMoved(
	tx: Tx,
	thread: Thread
): Promise<{ ok: false; refusal: Refusal }> {
	const { kind, state, stateBy, stateAt } = thread;
	const person = stateBy === null ? undefined : await getPerson(tx, stateBy);
	const happened = kind === 'suggestion' && state === 'resolved' ? 'withdrawn' : HAPPENED[state];
	return refuse({ code: 'moved', happened, by: person?.name ?? null, at: stateAt });
}

/** The suggestion, when it is open and as the person saw it. */
export async function openSuggestion(
	tx: Tx,
	input: SeenThread,
	act: Act
): Promise<Result<FoundThread & { thread: Thread & { proposed: string } }>> {
	const found = await threadFor(tx, input, act);
	if (!found.ok) return found;
	const { thread } = found.value;
	const { kind, proposed } = thread;
	if (kind !== 'suggestion' || proposed === null) return refuse({ code: 'notFound' });
	if (thread.state !== 'open' || thread.version !== input.version) return threadMoved(tx, thread);
	return ok({ ...found.value, thread: { ...thread, proposed } });
}
