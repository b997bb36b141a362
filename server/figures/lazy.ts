import type { Figures, FiguresOptions } from './service.ts';

/** Files of values, loaded when somebody first sends or asks for one: most days nobody does. */
export function lazyFigures(options: FiguresOptions): Figures {
	let opened: Promise<Figures> | null = null;
	const open = () =>
		(opened ??= import('./service.ts').then(({ openFigures }) => openFigures(options)));
	return {
		understand: async (...asked) => (await open()).understand(...asked),
		read: async (...asked) => (await open()).read(...asked),
		kept: async (...asked) => (await open()).kept(...asked),
		drop: async (...asked) => (await open()).drop(...asked),
		write: async (...asked) => (await open()).write(...asked)
	};
}
