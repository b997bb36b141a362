import type { Command } from './context.ts';
import type { SeenThread } from './thread-for.ts';
import { turnThread } from './turn-thread.ts';

/** R1: the thread is met. In a locked section too: it is how what hinders an approval is settled. */
export const resolveThread: Command<SeenThread, { sectionId: string; threadId: string }> = (
	tx,
	input,
	context
) => turnThread(tx, input, context, 'resolved');
