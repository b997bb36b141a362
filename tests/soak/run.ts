import { soakConvergence } from './convergence.ts';

/** `npm run soak -- PART [ROUNDS]`: what `npm test` tries a little of, for hours. */

const parts: Record<string, (rounds?: number) => Promise<boolean>> = {
	convergence: soakConvergence
};

const [name, rounds] = process.argv.slice(2);
const wanted = name === undefined ? Object.values(parts) : [parts[name]];
let good = true;
for (const part of wanted) {
	if (part === undefined) {
		console.error(`There is no part ${name ?? ''}: ${Object.keys(parts).join(', ')}.`);
		process.exit(1);
	}
	good = (await part(rounds === undefined ? undefined : Number(rounds))) && good;
}
process.exit(good ? 0 : 1);
