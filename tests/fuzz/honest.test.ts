// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { withoutLayout } from '../editor/support/desk.ts';
import { replayHonest } from './recording.ts';

beforeAll(withoutLayout);

test('[W5] 100,000 updates of three real editors go through the real room, and none is refused', async () => {
	const summary = await replayHonest(1, 100_000);
	expect(summary.refused).toEqual([]);
	expect(summary.different).toBe(0);
	expect(summary.updates).toBeGreaterThanOrEqual(100_000);
}, 600_000);
