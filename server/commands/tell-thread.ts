import type { Actor } from '#core/access.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { listComments, type Thread } from '#server/store/threads.ts';
import type { Context } from './context.ts';
import { notify, writersOf } from './notify.ts';

/**
 * Tells who is named in a comment of that, and who takes part in the thread or writes the section of the
 * comment: each once, and who is named of that alone.
 */
export async function tellOfComment(
	tx: Tx,
	context: Context,
	actor: Actor,
	about: { section: Section; thread: Pick<Thread, 'id' | 'createdBy' | 'kind'> },
	mentions: string[]
): Promise<void> {
	const { section, thread } = about;
	const comments = await listComments(tx, thread.id);
	const others = [
		thread.createdBy,
		...comments.map(({ personId }) => personId),
		...(await writersOf(tx, section))
	];
	await tell(tx, context, actor, { kind: 'mention', to: mentions, section, thread });
	const to = others.filter((id) => !mentions.includes(id));
	await tell(tx, context, actor, { kind: 'comment', to, section, thread });
}

/** Tells who is named in a comment that was reworded, and was not before. */
export const tellOfMentions = (
	tx: Tx,
	context: Context,
	actor: Actor,
	about: { section: Section; thread: Pick<Thread, 'id'> },
	mentions: string[]
): Promise<void> => tell(tx, context, actor, { kind: 'mention', to: mentions, ...about });

/** Tells who writes the section of a suggestion, and who is named in its words of that. */
export async function tellOfSuggestion(
	tx: Tx,
	context: Context,
	actor: Actor,
	about: { section: Section; thread: Pick<Thread, 'id'> },
	mentions: string[]
): Promise<void> {
	await tell(tx, context, actor, { kind: 'mention', to: mentions, ...about });
	const to = (await writersOf(tx, about.section)).filter((id) => !mentions.includes(id));
	await tell(tx, context, actor, { kind: 'suggestion', to, ...about });
}

/** Tells who proposed it what became of a suggestion. */
export async function tellOfDecision(
	tx: Tx,
	context: Context,
	actor: Actor,
	{ section, thread }: { section: Section; thread: Pick<Thread, 'id' | 'createdBy'> },
	state: 'accepted' | 'declined'
): Promise<void> {
	await notify(tx, context, actor, {
		kind: 'suggestionDecided',
		to: [thread.createdBy],
		about: { section },
		threadId: thread.id,
		detail: { state }
	});
}

const tell = (
	tx: Tx,
	context: Context,
	actor: Actor,
	what: {
		kind: 'mention' | 'comment' | 'suggestion';
		to: string[];
		section: Section;
		thread: Pick<Thread, 'id'>;
	}
): Promise<void> =>
	notify(tx, context, actor, {
		kind: what.kind,
		to: what.to,
		about: { section: what.section },
		threadId: what.thread.id
	});
