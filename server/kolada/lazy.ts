import type { Kolada, KoladaOptions } from './service.ts';

/**
 * Kolada for those who may ask it, loaded when somebody first does: most days nobody fetches, and the
 * checks of what comes in would take time at every start and memory for good.
 */
export function lazyKolada(options: KoladaOptions): Kolada {
	let opened: Promise<Kolada> | null = null;
	const open = () =>
		(opened ??= import('./service.ts').then(({ openKolada }) => openKolada(options)));
	return {
		searchKpis: async (...asked) => (await open()).searchKpis(...asked),
		findKpis: async (...asked) => (await open()).findKpis(...asked),
		searchGroups: async (...asked) => (await open()).searchGroups(...asked),
		findGroup: async (...asked) => (await open()).findGroup(...asked),
		findMembers: async (...asked) => (await open()).findMembers(...asked),
		start: async (...asked) => (await open()).start(...asked),
		state: async (...asked) => (await open()).state(...asked),
		cancel: async (...asked) => (await open()).cancel(...asked),
		settled: async (...asked) => (await open()).settled(...asked),
		work: async (...asked) => (await open()).work(...asked),
		close: async () => (await opened)?.close()
	};
}
