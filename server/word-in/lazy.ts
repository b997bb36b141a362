import type { WordIn, WordInOptions } from './service.ts';

/** Files from Word, loaded when somebody first sends one: most days nobody does. */
export function lazyWordIn(options: WordInOptions): WordIn {
	let opened: Promise<WordIn> | null = null;
	const open = () =>
		(opened ??= import('./service.ts').then(({ openWordIn }) => openWordIn(options)));
	return {
		maySend: async (...asked) => (await open()).maySend(...asked),
		read: async (...asked) => (await open()).read(...asked),
		state: async (...asked) => (await open()).state(...asked),
		proposal: async (...asked) => (await open()).proposal(...asked),
		image: async (...asked) => (await open()).image(...asked),
		drop: async (...asked) => (await open()).drop(...asked),
		settled: async (...asked) => (await open()).settled(...asked),
		close: async () => (await opened)?.close()
	};
}
