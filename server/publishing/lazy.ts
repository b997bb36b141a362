import type { Publishing, PublishingOptions } from './service.ts';

/** Publishing, loaded when somebody first publishes: most days nobody does. */
export function lazyPublishing(options: PublishingOptions): Publishing {
	let opened: Promise<Publishing> | null = null;
	const open = () =>
		(opened ??= import('./service.ts').then(({ openPublishing }) => openPublishing(options)));
	return {
		publish: async (asked) => (await open()).publish(asked),
		complete: async (...asked) => (await open()).complete(...asked),
		close: async () => (opened ? (await opened).close() : undefined)
	};
}
