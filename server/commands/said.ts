import { LONGEST_COMMENT, MOST_COMMENTS, MOST_MENTIONS } from '#core/review.ts';
import { ok, refuse, type FieldProblem, type Result } from '#core/result.ts';
import type { Actor } from '#core/access.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { insertComment, listComments, type Thread } from '#server/store/threads.ts';
import type { Context } from './context.ts';
import { readersOf } from './notify.ts';

/** What somebody wants to say. */
export type Said = { text: string; mentions: string[] };

/**
 * The words as they are kept: lines by `\n`, without blanks around them. Who may not read the section is
 * refused in the same words as who does not exist (A8).
 * @param mayBeEmpty a suggestion speaks without words
 */
export async function checkSaid(
	tx: Tx,
	section: Section,
	said: Said,
	mayBeEmpty = false
): Promise<Result<Said>> {
	const problems: FieldProblem[] = [];
	const mentions = [...new Set(said.mentions)];
	const text = said.text.replace(/\r\n?/g, '\n').trim();
	// Nobody is named in nothing.
	if ((text === '' && !(mayBeEmpty && mentions.length === 0)) || text.length > LONGEST_COMMENT)
		problems.push({ field: 'text', problem: 'length' });
	else if (/[^\P{Cc}\n\t]/u.test(text) || !text.isWellFormed())
		problems.push({ field: 'text', problem: 'text' });
	if (mentions.length > MOST_MENTIONS) problems.push({ field: 'mentions', problem: 'length' });
	else if (mentions.length > 0) {
		const readers = new Set(await readersOf(tx, section));
		if (!mentions.every((id) => readers.has(id)))
			problems.push({ field: 'mentions', problem: 'unknown' });
	}
	return problems.length > 0 ? refuse({ code: 'invalid', problems }) : ok({ text, mentions });
}

/** Puts what was said into a thread; refused when the thread is full. */
export async function addComment(
	tx: Tx,
	context: Context,
	actor: Actor,
	thread: Pick<Thread, 'id' | 'municipalityId'>,
	said: Said
): Promise<Result<string>> {
	if ((await listComments(tx, thread.id)).length >= MOST_COMMENTS)
		return refuse({ code: 'tooLarge', limit: 'comments' });
	const id = context.newId();
	await insertComment(tx, {
		id,
		municipalityId: thread.municipalityId,
		threadId: thread.id,
		personId: actor.personId,
		at: context.now,
		...said
	});
	return ok(id);
}
