import type { Page } from 'playwright-core';

/** The way from the server to a page, which a test can stop up and open again. */
export type Wire = {
	/** From now on nothing that the server says about this section reaches the page. */
	hold(sectionId: string): void;
	/** What was held comes through, in order, and all that follows. */
	release(sectionId: string): void;
};

/** Puts itself between a page and the sync server; call it before the page opens a section. */
export async function wireOf(page: Page): Promise<Wire> {
	const held = new Map<string, (() => void)[]>();
	await page.routeWebSocket(/\/collab\//, (route) => {
		const sectionId = new URL(route.url()).pathname.split('/').at(-1) ?? '';
		const server = route.connectToServer();
		route.onMessage((message) => server.send(message));
		server.onMessage((message) => {
			const queue = held.get(sectionId);
			if (queue) queue.push(() => route.send(message));
			else route.send(message);
		});
	});
	return {
		hold: (sectionId) => void held.set(sectionId, []),
		release(sectionId) {
			const queue = held.get(sectionId) ?? [];
			held.delete(sectionId);
			for (const send of queue) send();
		}
	};
}
