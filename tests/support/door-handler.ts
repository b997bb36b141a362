import type { Result } from '#core/result.ts';
import { loadDoc } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import type { CommandName } from '#server/commands/index.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import type { FetchAsk } from '#server/kolada/plan.ts';
import type { PublishAsked } from '#server/publishing/service.ts';
import { documentBytes } from '#server/store/log.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection } from '#server/store/sections.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as Y from 'yjs';

/** What a test may ask of a process that it started. */
export type DoorAsk =
	| { op: 'command'; name: CommandName; input: unknown }
	| { op: 'section'; person: DemoPersonKey; sectionId: string }
	/** Makes a snapshot of what is stored, and packs the log, as a room does now and then. */
	| { op: 'compact'; sectionId: string }
	/** Figures, as the coordinator. */
	| { op: 'startFetch'; ask: FetchAsk }
	| { op: 'fetchState' }
	/** An edition with its forms, as the page has it made. */
	| { op: 'publish'; asked: PublishAsked };

/** In the place of the built pages: health as the page tells it, and the app's own functions. */
export function handler(req: IncomingMessage, res: ServerResponse, next: () => void): void {
	const app = (globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] as App;
	if (req.url === '/healthz')
		void app
			.isHealthy()
			.catch(() => false)
			.then((healthy) => res.writeHead(healthy ? 200 : 503).end());
	else if (req.url === '/door' && req.method === 'POST')
		void body(req)
			.then((text) => answer(app, JSON.parse(text) as DoorAsk))
			.then(
				(value) => res.writeHead(200).end(JSON.stringify(value)),
				(error: unknown) => res.writeHead(500).end(String(error))
			);
	else next();
}

async function body(req: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of req) text += String(chunk);
	return text;
}

async function answer(app: App, ask: DoorAsk): Promise<unknown> {
	if (ask.op === 'command') return app.commands[ask.name](ask.input as never);
	if (ask.op === 'compact') return compact(app, ask.sectionId);
	if (ask.op === 'publish') return app.publishing.publish(ask.asked);
	const person = 'person' in ask ? ask.person : 'coordinator';
	const actor = await app.read((tx) => loadActor(tx, people[person].id));
	if (ask.op === 'startFetch') return app.kolada.start(actor, ask.ask);
	if (ask.op === 'fetchState') return app.kolada.state(actor);
	return app.views.apiSection(actor, { sectionId: ask.sectionId });
}

async function compact(app: App, sectionId: string): Promise<Result<null>> {
	const { epoch, seq, parts } = await app.read(async (tx) => {
		const section = await getSection(tx, sectionId);
		if (!section) throw new Error(`no section ${sectionId}`);
		return { epoch: section.epoch, ...(await documentBytes(tx, section)) };
	});
	const doc = loadDoc(parts);
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return app.commands.compactSection({ sectionId, epoch, seq, bytes });
}
