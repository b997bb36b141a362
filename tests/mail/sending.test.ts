import { refuse } from '#core/result.ts';
import { people } from '#server/demo/people.ts';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support/wait.ts';
import { refusal, settingsFor, startPostOffice, startSilence } from './post-office.ts';
import { HOUR, mailWorld, MINUTE } from './world.ts';

/** What becomes of a mail on its way. */

const world = mailWorld();
const KEY = 'figures.education';

/** The coordinator and the deputy each have a notice that is old enough. */
async function twoWait() {
	await world.mention('social', 'coordinator', KEY);
	await world.mention('social', 'deputy', KEY);
	world.now += 10 * MINUTE;
}

async function oneWaits() {
	await world.mention('social', 'coordinator', KEY);
	world.now += 10 * MINUTE;
}

const COORDINATOR = people.coordinator.email;
const DEPUTY = people.deputy.email;

describe('sending', () => {
	it('[N3] a reader whom the server refuses for good is given up at once, and others get theirs', async () => {
		const office = await startPostOffice({
			onRcptTo: ({ address }, _session, done) =>
				done(address === COORDINATOR ? refusal(550, 'no such user here') : null)
		});
		await twoWait();
		await world.mails(office.settings).tick();
		expect(office.letters.map(({ to }) => to)).toEqual([[DEPUTY]]);
		const [mine, theirs] = (await world.stored()).sort((a, b) => (a.to < b.to ? 1 : -1));
		expect(mine).toMatchObject({ to: COORDINATOR, state: 'failed', attempts: 1, sentAt: null });
		expect(mine?.error).toMatch(/no such user here/);
		expect(theirs).toMatchObject({ to: DEPUTY, state: 'sent', error: null });
	});

	it('[N3] a refusal for now is tried again after longer and longer waits, as the same mail, and given up after two days', async () => {
		const tries: { id: string | undefined; date: string | undefined; at: number }[] = [];
		const office = await startPostOffice({
			onLetter: ({ headers }) => {
				tries.push({ id: headers['message-id'], date: headers['date'], at: world.now });
				return refusal(452, 'full just now');
			}
		});
		const mails = world.mails(office.settings);
		await oneWaits();
		const began = world.now;
		for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 5) {
			await mails.tick();
			world.now += 5 * MINUTE;
		}
		expect(tries.slice(0, 7).map(({ at }) => (at - began) / MINUTE)).toEqual([
			0, 5, 10, 25, 85, 265, 625
		]);
		expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
		expect(new Set(tries.map(({ date }) => date)).size).toBe(1);
		const lasted = (tries.at(-1)?.at ?? 0) - began;
		expect(lasted).toBeGreaterThan(44 * HOUR);
		expect(lasted).toBeLessThan(50 * HOUR);
		expect(await world.stored()).toMatchObject([{ state: 'failed', attempts: 13 }]);
	});

	it('[N3] a server that says nothing holds up nothing, and is asked for one mail a round', async () => {
		const silence = await startSilence();
		const mails = world.mails(silence.settings, { patience: { silence: 300, all: 600 } });
		await twoWait();
		const round = mails.tick();
		await expect.poll(silence.calls).toBe(1);
		// Meanwhile people work.
		await world.mention('coordinator', 'social', KEY);
		expect(await world.app.isHealthy()).toBe(true);
		await round;
		expect(silence.calls()).toBe(1);
		const stored = await world.stored();
		expect(stored.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
		expect(stored.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
		expect(stored.map(({ error }) => error).join()).toMatch(/Greeting never received|Timeout/);
	});

	it('[N3] a server that is not there is no fault of a mail: it goes when there is one', async () => {
		await oneWaits();
		// Nobody listens there.
		await world.mails(settingsFor(1)).tick();
		expect(await world.stored()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
		const office = await startPostOffice();
		world.now += MINUTE;
		await world.mails(office.settings).tick();
		expect(office.letters).toHaveLength(1);
		expect(await world.stored()).toMatchObject([{ state: 'sent', attempts: 2, error: null }]);
	});

	it('[N3] after a crash between the server’s yes and the store’s, the same mail goes once more, and only then', async () => {
		const office = await startPostOffice();
		await oneWaits();
		const crashed = world.mails(office.settings, {
			mailSent: async () => {
				throw new Error('killed here');
			}
		});
		await expect(crashed.tick()).rejects.toThrow('killed here');
		expect(await world.stored()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
		const next = world.mails(office.settings);
		await next.tick();
		expect(office.letters).toHaveLength(1);
		world.now += MINUTE;
		await next.tick();
		world.now += HOUR;
		await next.tick();
		expect(office.letters).toHaveLength(2);
		const [first, second] = office.letters;
		expect(second?.headers['message-id']).toBe(first?.headers['message-id']);
		expect(second?.headers['date']).toBe(first?.headers['date']);
		expect(second?.text).toBe(first?.text);
	});

	it('[N3] [D5] a store that takes nothing keeps a mail from going, and from going again', async () => {
		const office = await startPostOffice();
		await oneWaits();
		await world
			.mails(office.settings, { takeMail: async () => refuse({ code: 'notSaved' }) })
			.tick();
		expect(office.letters).toEqual([]);
		let isFull = true;
		const { mailSent } = world.app.commands;
		const mails = world.mails(office.settings, {
			mailSent: async (input) => (isFull ? refuse({ code: 'notSaved' }) : mailSent(input))
		});
		for (let n = 0; n < 5; n++) {
			await mails.tick();
			world.now += HOUR;
		}
		expect(office.letters).toHaveLength(1);
		isFull = false;
		await mails.tick();
		expect(office.letters).toHaveLength(1);
		expect(await world.stored()).toMatchObject([{ state: 'sent', attempts: 1 }]);
	});

	it('[O5] closing ends what hangs within seconds, and nothing begins after it', async () => {
		const silence = await startSilence();
		await oneWaits();
		const mails = world.mails(silence.settings);
		const round = mails.tick();
		await eventually(() => silence.calls() === 1);
		const began = performance.now();
		await mails.close();
		await round;
		// Without being ended it would wait for the greeting for twenty seconds.
		expect(performance.now() - began).toBeLessThan(15_000);
		world.now += HOUR;
		await mails.tick();
		expect(silence.calls()).toBe(1);
		expect(await world.stored()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
	});
});
