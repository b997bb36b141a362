import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from './actors.ts';
import { lines } from './doors/index.ts';
import { knock } from './kit.ts';
import type { Line } from './line.ts';
import { hiddenFrom } from './secrets.ts';
import { addressOf, nameOf, told, usedBy } from './walk.ts';
import { startWorld, type Facts, type Ids, type World } from './world.ts';

/**
 * Who has a report of their own asks at it, with the id of another's thing in one place of the address or
 * of the form: what is asked of the one is not done to the other.
 */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

/** Ids of one's own, each once exchanged for the other's; what there is only one of is the other's. */
function mixtures(line: Line, own: Partial<Ids>, facts: Facts): { foreign: keyof Ids; ids: Ids }[] {
	const keys = usedBy(world, line, facts);
	if (!keys.some((key) => own[key] !== undefined)) return [];
	return keys.flatMap((foreign) => {
		const ids = { ...world.ids, ...own, [foreign]: world.ids[foreign] };
		const isMixed = keys.some((key) => key !== foreign && ids[key] !== world.ids[key]);
		return isMixed && !line.unjudged?.includes(foreign) ? [{ foreign, ids }] : [];
	});
}

async function tryAll(who: Who, own: Partial<Ids>): Promise<{ cases: number; faults: string[] }> {
	const facts = await world.facts();
	const hidden = await hiddenFrom(world, who);
	const faults: string[] = [];
	let cases = 0;
	for (const line of lines) {
		if (typeof line.asks === 'string') continue;
		for (const { foreign, ids } of mixtures(line, own, facts)) {
			const ask = {
				...line.ask?.(ids, facts, cases),
				cookie: world.cookies[who],
				address: addressOf(cases)
			};
			const before = world.rows();
			const { answer, after } = await world.tried(async () => ({
				answer: await knock(world.app, line.door, ask),
				after: world.rows()
			}));
			cases += 1;
			const at = `${nameOf(line)}, ${who}, with another’s ${foreign}`;
			if (answer.status < 400 || answer.status >= 500)
				faults.push(`${at}: ${answer.status} ${answer.bug ?? ''}`);
			if (after !== before) faults.push(`${at} stored something`);
			for (const word of told(answer, ask, hidden)) faults.push(`${at} was told “${word}”`);
		}
	}
	return { cases, faults };
}

test('[A2] [A4] an id of another authority’s thing in a form of one’s own is refused', async () => {
	const { cases, faults } = await tryAll('coordinatorElsewhere', world.theirs);
	expect(faults).toEqual([]);
	expect(cases).toBeGreaterThan(30);
});

test('[A2] [A8] an id of another report’s thing in a form of the report that one coordinates is refused', async () => {
	const report = world.ids.publishedReport;
	const { cases, faults } = await tryAll('coordinatorOfAnother', {
		report,
		section: await world.sectionOf(report)
	});
	expect(faults).toEqual([]);
	expect(cases).toBeGreaterThan(20);
});

test('[A8] what one may not see is answered like what does not exist, at every door and to the letter', async () => {
	const facts = await world.facts();
	const nothing = Object.fromEntries(
		Object.keys(world.ids).map((key) => [key, `no-such-${key}`])
	) as unknown as Ids;
	const faults: string[] = [];
	let cases = 0;
	for (const who of ['writerElsewhere', 'councilMemberUnnamed', 'stranger'] as const)
		for (const line of lines) {
			if (typeof line.asks === 'string' || usedBy(world, line, facts).length === 0) continue;
			const ask = async (ids: Ids) => {
				const asked = line.ask?.(ids, facts, 0);
				const address = addressOf((cases += 1));
				const answer = await world.tried(() =>
					knock(world.app, line.door, { ...asked, cookie: world.cookies[who], address })
				);
				const said = Object.entries(ids).reduce(
					(text, [key, id]) => {
						return text.replaceAll(id, `{${key}}`).replaceAll(encodeURIComponent(id), `{${key}}`);
					},
					`${answer.status} ${answer.location ?? ''} ${answer.body}`
				);
				return { status: answer.status, said };
			};
			const hidden = await ask(world.ids);
			// 403 is for what they know of.
			if (hidden.status < 400 || hidden.status === 403) continue;
			const missing = await ask(nothing);
			if (hidden.said !== missing.said)
				faults.push(`${nameOf(line)}, ${who}: ${hidden.said} instead of ${missing.said}`);
		}
	expect(faults).toEqual([]);
	expect(cases).toBeGreaterThan(200);
});
