import { residentKiB } from '../../machine.ts';
import { Crowd, wait } from './crowd.ts';
import type { Member } from './member.ts';
import { Meter } from './meter.ts';
import type { Measured, ThroughputOrder } from './order.ts';

/**
 * Each writer always has `inFlight` letters under way that not everybody else in the room has seen:
 * as fast as the server can. Letters are counted by client and clock, however many a message holds.
 */
export async function throughput(order: ThroughputOrder): Promise<Measured> {
	const crowd = new Crowd(order.target);
	await crowd.join(order.rooms, order.clientsARoom);
	const others = order.clientsARoom - 1;
	const ring = 2 ** Math.ceil(Math.log2(order.inFlight * 2));
	/** For each writer, by clock modulo the ring: by how many a letter was seen. */
	const counts = new Map<Member, Uint16Array>();
	/** Writers with letters to type at the end of this turn, and how many. */
	const free = new Map<Member, number>();
	let complete = 0;
	let deliveries = 0;
	let typed = 0;
	let ends = false;
	let scheduled = false;
	const refill = () => {
		scheduled = false;
		if (ends) return;
		for (const [member, count] of free) {
			typed += count;
			// One by one: keys are pressed one by one.
			for (let i = 0; i < count; i += 1) member.type();
		}
		free.clear();
	};
	crowd.onSeen = (writer, _reader, from, end) => {
		deliveries += end - from;
		const seen = counts.get(writer);
		if (seen === undefined) return;
		let done = 0;
		for (let clock = from; clock < end; clock += 1) {
			const at = clock & (ring - 1);
			const now = (seen[at] ?? 0) + 1;
			seen[at] = now === others ? 0 : now;
			if (now === others) done += 1;
		}
		if (done === 0) return;
		complete += done;
		free.set(writer, (free.get(writer) ?? 0) + done);
		if (!scheduled) setImmediate(refill);
		scheduled = true;
	};
	for (const member of crowd.members) {
		counts.set(member, new Uint16Array(ring));
		free.set(member, order.inFlight);
	}
	refill();
	await wait(order.warmSeconds * 1000);
	const before = { complete, deliveries };
	const meter = new Meter(order.target.pid);
	await wait(order.seconds * 1000);
	const used = meter.read();
	const resident = residentKiB(order.target.pid);
	const updates = complete - before.complete;
	const delivered = deliveries - before.deliveries;
	ends = true;
	const end = Date.now() + 10_000;
	while (complete < typed && Date.now() < end) await wait(20);
	crowd.check();
	crowd.end();
	return {
		...used,
		updates,
		deliveries: delivered,
		lost: typed - complete,
		seen: null,
		stored: null,
		resident
	};
}
