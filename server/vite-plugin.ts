import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { App, AppOptions } from './app.ts';
import type { ensureDemo as EnsureDemo } from './demo/ensure.ts';

type Modules = {
	createApp: (options: AppOptions) => Promise<App>;
	ensureDemo: typeof EnsureDemo;
};

/** The same app in `npm run dev`: the sockets beside Vite's own, the data in DATA_DIR. */
export function barnbokslut(): Plugin {
	return {
		name: 'barnbokslut',
		apply: 'serve',
		async configureServer(server) {
			const { httpServer } = server;
			if (process.env['VITEST'] || !httpServer) return;
			// Native imports: what Vite transforms would be a second module graph.
			const load = (file: string) => import(pathToFileURL(resolve(file)).href) as Promise<Modules>;
			const { createApp } = await load('server/create-app.ts');
			const { ensureDemo } = await load('server/demo/ensure.ts');
			const { readConfig } = (await import(
				pathToFileURL(resolve('server/config.ts')).href
			)) as typeof import('./config.ts');
			const config = readConfig({ PORT: '5173', ...process.env });
			const app = await createApp({
				file: config.file,
				migrations: resolve('drizzle'),
				origin: config.origin,
				anyLoopback: config.anyLoopback,
				koladaUrl: config.koladaUrl,
				oidc: config.oidc,
				passwordSignIn: config.passwordSignIn
			});
			await ensureDemo(app);
			(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
			httpServer.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
				if (req.url?.startsWith('/collab/')) app.collab.upgrade(req, socket, head);
			});
			httpServer.on('close', () => void app.close());
		}
	};
}
