import { soakConvergence } from './convergence.ts';
import { soakBatch, soakClock, soakFull, soakSlow } from './disk.ts';
import { soakDoors } from './doors.ts';
import { soakFuzz } from './fuzz.ts';
import { soakHonest } from './honest.ts';
import { soakKill, soakStop } from './endings.ts';
import { soakModel } from './model.ts';
import { soakNetwork } from './network.ts';
import { soakPower } from './power.ts';
import { soakProxy } from './proxy.ts';
import { soakBackup, soakRecord } from './record.ts';
import { soakStorage } from './storage.ts';

/**
 * `npm run soak`: what `npm test` does a few times, many times. A part of it: `npm run soak -- kill`;
 * with a number of rounds: `npm run soak -- kill 100`.
 */

/** A part is a function of the number of rounds; false when something was wrong. */
type Part = { rounds: number; run: (rounds: number) => Promise<boolean> };

const parts: Record<string, Part> = {
	kill: { rounds: 1000, run: soakKill },
	stop: { rounds: 200, run: soakStop },
	network: { rounds: 1000, run: soakNetwork },
	full: { rounds: 40, run: soakFull },
	slow: { rounds: 200, run: soakSlow },
	batch: { rounds: 100, run: soakBatch },
	clock: { rounds: 100, run: soakClock },
	power: { rounds: 400, run: soakPower },
	storage: { rounds: 1000, run: soakStorage },
	backup: { rounds: 1, run: soakBackup },
	record: { rounds: 5000, run: soakRecord },
	model: { rounds: 100_000, run: soakModel },
	fuzz: { rounds: 10_000_000, run: soakFuzz },
	doors: { rounds: 100_000, run: soakDoors },
	proxy: { rounds: 3, run: soakProxy },
	// Last, because they make a page of the process.
	honest: { rounds: 100_000, run: soakHonest },
	convergence: { rounds: 10_000, run: soakConvergence }
};

/** What was asked for: names of parts, each with a number of rounds if one follows. */
function wanted(words: string[]): { name: string; rounds: number | null }[] {
	return words.flatMap((name, i) => {
		if (/^\d+$/.test(name)) return [];
		const next = words[i + 1];
		return [{ name, rounds: next !== undefined && /^\d+$/.test(next) ? Number(next) : null }];
	});
}

const asked = wanted(process.argv.slice(2));
const unknown = asked.filter(({ name }) => !(name in parts)).map(({ name }) => name);
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
	process.exit(1);
}
const all = Object.keys(parts).map((name) => ({ name, rounds: null }));
const bad: string[] = [];
for (const { name, rounds } of asked.length > 0 ? asked : all) {
	const part = parts[name];
	if (!part) continue;
	const began = performance.now();
	console.log(`\n${name}: ${rounds ?? part.rounds} rounds`);
	if (!(await part.run(rounds ?? part.rounds))) bad.push(name);
	console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
}
console.log(bad.length === 0 ? '\nAll is well.' : `\nSomething is wrong: ${bad.join(', ')}.`);
process.exit(bad.length === 0 ? 0 : 1);
