import { residentKiB } from '../../machine.ts';
import { Crowd, wait } from './crowd.ts';
import type { Member } from './member.ts';
import { Meter, quantiles } from './meter.ts';
import type { Measured, PacedOrder } from './order.ts';

/**
 * Everybody types at a person's pace, nobody in step with the others; each letter's time to each
 * other client is taken.
 */
export async function paced(order: PacedOrder): Promise<Measured> {
	const { target, clientsARoom, lettersASecond, warmSeconds, seconds } = order;
	const crowd = new Crowd(target);
	const { members } = crowd;
	await crowd.join(order.rooms, clientsARoom);
	/** When each measured letter was typed, by clock. */
	const typedAt = new Map<Member, Map<number, number>>();
	/** The measured letters that wait for the word that they are stored, by number. */
	const waiting = new Map<Member, { count: number; at: number }[]>();
	const seen: number[] = [];
	const stored: number[] = [];
	let updates = 0;
	let measures = false;
	let ends = false;
	crowd.onSeen = (writer, _reader, from, end) => {
		const now = performance.now();
		const typed = typedAt.get(writer);
		if (typed === undefined) return;
		for (let clock = from; clock < end; clock += 1) {
			const at = typed.get(clock);
			if (at !== undefined) seen.push(now - at);
		}
	};
	crowd.onStored = (member, count) => {
		const now = performance.now();
		const queue = waiting.get(member) ?? [];
		while ((queue[0]?.count ?? Infinity) <= count) stored.push(now - (queue.shift()?.at ?? now));
	};
	const pause = 1000 / lettersASecond;
	const type = (member: Member) => {
		if (ends) return;
		if (measures) {
			const now = performance.now();
			typedAt.get(member)?.set(member.clock, now);
			waiting.get(member)?.push({ count: member.sent + 1, at: now });
			updates += 1;
		}
		member.type();
		// Between half and one and a half of the pause.
		setTimeout(() => type(member), pause * (0.5 + Math.random()));
	};
	for (const member of members) {
		typedAt.set(member, new Map());
		waiting.set(member, []);
		setTimeout(() => type(member), pause * Math.random());
	}
	await wait(warmSeconds * 1000);
	const meter = new Meter(target.pid);
	measures = true;
	await wait(seconds * 1000);
	measures = false;
	const used = meter.read();
	ends = true;
	const resident = residentKiB(target.pid);
	const expected = updates * (clientsARoom - 1);
	const end = Date.now() + 10_000;
	while (seen.length < expected && Date.now() < end) await wait(20);
	crowd.check();
	crowd.end();
	return {
		...used,
		updates,
		deliveries: seen.length,
		lost: expected - seen.length,
		seen: quantiles(seen),
		stored: stored.length > 0 ? quantiles(stored) : null,
		resident
	};
}
