import { benchSync } from './sync/sync.ts';
import { benchTyping } from './typing/typing.ts';
import { benchWeight } from './weight.ts';

/** `npm run bench`, or a part of it: `npm run bench -- typing`, `-- server`, `-- weight`. */

const parts: Record<string, () => Promise<boolean>> = {
	typing: benchTyping,
	server: benchSync,
	weight: benchWeight
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
	process.exit(1);
}
let good = true;
for (const [name, part] of Object.entries(parts))
	if (wanted.length === 0 || wanted.includes(name)) good = (await part()) && good;
process.exit(good ? 0 : 1);
