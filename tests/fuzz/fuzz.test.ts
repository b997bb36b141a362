import { test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { expectHarmless } from './harmless.ts';

test('[W5] [W11] 100,000 frames, honest, nearly honest and random: nothing that is refused is seen by anybody', async () => {
	expectHarmless(await fuzz(1000, 100_000), 100_000);
}, 300_000);
