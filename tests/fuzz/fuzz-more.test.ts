import { test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { expectHarmless } from './harmless.ts';

// In a file of its own: files run beside each other.
test('[W5] [W11] 100,000 frames more, of other seeds', async () => {
	expectHarmless(await fuzz(2000, 100_000), 100_000);
}, 300_000);
