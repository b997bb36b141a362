import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The demo municipality in memory, closed after the test. */
export async function demoApp(
	options: { clock?: () => number; file?: string; koladaUrl?: string } = {}
): Promise<App> {
	const app = await emptyApp(options);
	await ensureDemo(app);
	return app;
}

/** An empty database in memory, closed after the test. */
export async function emptyApp(
	options: { clock?: () => number; file?: string; koladaUrl?: string } = {}
): Promise<App> {
	const app = await createApp({
		file: options.file ?? ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000',
		...(options.clock ? { clock: options.clock } : {}),
		...(options.koladaUrl === undefined ? {} : { koladaUrl: options.koladaUrl })
	});
	onTestFinished(() => app.close());
	return app;
}
