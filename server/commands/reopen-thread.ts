import type { Command } from './context.ts';
import type { SeenThread } from './thread-for.ts';
import { turnThread } from './turn-thread.ts';

/** R1: the thread is not met after all. */
export const reopenThread: Command<SeenThread, { sectionId: string; threadId: string }> = (
	tx,
	input,
	context
) => turnThread(tx, input, context, 'open');
