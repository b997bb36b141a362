import type { Hub } from '#server/collab/hub.ts';
import {
	CHANGES_ACCESS,
	CHANGES_FIGURES,
	CHANGES_REVIEW,
	type CommandInput
} from '#server/commands/index.ts';
import type { Writer } from '#server/writer/writer.ts';

/** Tells the sockets after every act that may change a right, a lock or a text (A6). */
export function notifying(writer: Writer, hub: Hub): Writer {
	return {
		...writer,
		run: async (name, input) => {
			const result = await writer.run(name, input);
			if (!result.ok) return result;
			if (CHANGES_ACCESS.has(name)) hub.rejudge();
			if (CHANGES_FIGURES.has(name)) hub.figuresChanged();
			if (CHANGES_REVIEW.has(name))
				hub.reviewChanged((result.value as unknown as { sectionId: string }).sectionId);
			if (name === 'acceptLate' || name === 'declineLate')
				tellDecision(hub, input as never, result.value as never);
			return result;
		}
	};
}

/** L4: the author hears at once what became of their contribution, if they are there. */
function tellDecision(
	hub: Hub,
	input: CommandInput<'acceptLate' | 'declineLate'>,
	{ author, sectionId }: { author: string; sectionId: string }
): void {
	const reason = 'reason' in input ? input.reason : null;
	const state = reason === null ? 'accepted' : 'declined';
	hub.tellPerson(author, sectionId, { type: 'lateDecided', lateId: input.lateId, state, reason });
}
