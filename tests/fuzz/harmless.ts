import { expect } from 'vitest';
import type { FuzzSummary } from './fuzz.ts';

/** Verdicts that a run of some length must have met, or it tried nothing. */
const MET = [
	'taken',
	'nothing',
	'quiet',
	'4400',
	'undecodable',
	'gap',
	'clientId',
	'clientOfAnother',
	'crossParent',
	'unknownDependency',
	'order',
	'cycle',
	'parent',
	'root',
	'node',
	'content',
	'textContent',
	'attribute',
	'attributeValue',
	'mark',
	'markValue',
	'span',
	'deletesUnknown',
	'deletesOrder',
	'locked',
	'forbidden'
];

/** Nobody was harmed, all that is honest went in, and the rules were really tried. */
export function expectHarmless(summary: FuzzSummary, frames: number): void {
	expect(summary.faults).toEqual([]);
	expect(summary.frames).toBeGreaterThanOrEqual(frames);
	expect(summary.honest).toBeGreaterThan(frames / 20);
	expect(summary.honestTaken).toBe(summary.honest);
	expect(Object.keys(summary.verdicts)).toEqual(expect.arrayContaining(MET));
	// Sections stay in memory until nobody was there for half a minute; what was refused does not.
	expect(summary.growth).toBeLessThan(64 * 1024 * 1024);
}
