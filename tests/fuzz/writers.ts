import { loadDoc } from '#schema/content.ts';
import * as Y from 'yjs';
import { act } from '../editor/support/acts.ts';
import { desk, WIRE, type Desk } from '../editor/support/desks.ts';
import { Letters } from '../editor/support/letters.ts';
import { mulberry } from '../support/random.ts';

/** An update as a server gets it. */
export type Sent = { who: number; update: Uint8Array };

/** How many letters are typed in one go at most. */
const LONGEST = 48;

/**
 * Three people with real editors write at one text, each behind the others by chance; what they send
 * comes back in the order in which it was sent. Somebody who reads takes all that waits as one change,
 * as a message of the server brings it.
 * @param base the text that they begin with
 * @param steps how often somebody does something
 */
export async function write(seed: number, base: Uint8Array, steps: number): Promise<Sent[]> {
	const random = mulberry(seed);
	const letters = new Letters();
	const server = loadDoc([base]);
	const sent: Sent[] = [];
	const desks = [1001, 1002, 1003].map((client) => desk(client, base));
	const send = (who: number, update: Uint8Array): void => {
		sent.push({ who, update });
		Y.applyUpdate(server, update);
		for (const [i, d] of desks.entries()) if (i !== who && d.online) d.inbox.push(update);
	};
	const sendAll = (who: number, { outbox }: Desk): void => {
		for (const update of outbox.splice(0)) send(who, update);
	};
	const read = ({ doc, inbox }: Desk): void => {
		const waiting = inbox.splice(0);
		doc.transact(() => waiting.forEach((update) => Y.applyUpdate(doc, update, WIRE)), WIRE);
	};
	const comeBack = (who: number, d: Desk): void => {
		d.online = true;
		Y.applyUpdate(d.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(d.doc)), WIRE);
		send(who, Y.encodeStateAsUpdate(d.doc, Y.encodeStateVector(server)));
	};
	await turn();
	for (let step = 0; step < steps; step += 1) {
		const who = Math.floor(random() * desks.length);
		const mover = desks[who];
		if (mover === undefined) continue;
		if (random() < 0.97)
			act({
				editor: mover.editor,
				random,
				write: (n) => letters.take(n),
				undoes: false,
				longest: LONGEST
			});
		else if (mover.online) Object.assign(mover, { online: false, outbox: [], inbox: [] });
		else comeBack(who, mover);
		for (const [i, d] of desks.entries()) {
			if (!d.online) continue;
			if (random() < 0.5) sendAll(i, d);
			if (random() < 0.25) read(d);
		}
		if (step % 50 === 0) await turn();
	}
	for (const [i, d] of desks.entries()) {
		if (!d.online) comeBack(i, d);
		sendAll(i, d);
	}
	await turn();
	for (const { editor, doc } of desks) {
		editor.destroy();
		doc.destroy();
	}
	server.destroy();
	return sent;
}

const turn = () => new Promise<void>((go) => setTimeout(go, 0));
