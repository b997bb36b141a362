import { docJson, loadDoc } from '#schema/content.ts';
import { canonicalJson } from '#schema/content.ts';
import { syncFrame } from './frames.ts';
import { Field, Reader, turn, type Sitting } from './field.ts';
import { write } from './writers.ts';

/** What became of honest work of real editors. */
export type HonestSummary = {
	/** Updates that three editors made by Tiptap's own commands. */
	updates: number;
	refused: string[];
	/** Sections whose live, stored and followed texts were not one. */
	different: number;
	/** Milliseconds: making them, and sending them through the room. */
	making: number;
	sending: number;
};

const STEPS = 400;
const PEOPLE = ['coordinator', 'deputy', 'coordinator'] as const;

/**
 * Records what three real editors write, and sends it frame by frame through the real connections of
 * one section after the other, until there were `most` updates. A page must be there (jsdom).
 */
export async function replayHonest(seed: number, most: number): Promise<HonestSummary> {
	const summary = { updates: 0, refused: [] as string[], different: 0, making: 0, sending: 0 };
	const field = await Field.open();
	for (let n = 0; summary.updates < most; n += 1) await replayOne(field, seed + n, summary);
	await field.app.close();
	return summary;
}

async function replayOne(field: Field, seed: number, summary: HonestSummary): Promise<void> {
	const sectionId = await field.section();
	const reader = await Reader.at(field, sectionId, 'deputy');
	const base = await reader.ask(Uint8Array.of(0));
	const began = performance.now();
	const recorded = await write(seed, base, STEPS);
	summary.making += performance.now() - began;

	const sent = performance.now();
	const seats: Sitting[] = [];
	for (const person of PEOPLE) seats.push(await field.sit(sectionId, person));
	for (const { who, update } of recorded) {
		field.pass(1);
		const seat = seats[who];
		if (seat === undefined) continue;
		seat.connection.receive(syncFrame(2, update));
		// The order of the whole matters, and a turn of the room keeps it; long ones are cut.
		if (seat.connection.received - seat.connection.acknowledged > 50) await settle(seats);
	}
	await settle(seats);
	summary.sending += performance.now() - sent;
	summary.updates += recorded.length;
	for (const { wire } of seats)
		for (const note of wire.read().notes)
			if (note.type === 'refused')
				summary.refused.push(`seed ${seed}: ${JSON.stringify(note.refusal)}`);
	reader.follow();
	const live = loadDoc([await reader.ask(Uint8Array.of(0))]);
	const stored = await field.stored(sectionId);
	const texts = [live, stored, reader.doc].map((doc) => canonicalJson(docJson(doc)));
	if (new Set(texts).size > 1) summary.different += 1;
	for (const seat of seats) field.leave(seat);
	reader.leave(field);
}

/** Waits until everybody's updates have their answer. */
async function settle(seats: Sitting[]): Promise<void> {
	for (let turns = 0; turns < 5000; turns += 1) {
		await turn();
		if (seats.every(({ connection: c }) => c.tainted !== null || c.acknowledged >= c.received))
			return;
	}
	throw new Error('honest work is not answered');
}
