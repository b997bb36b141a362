import type { ChartSize } from './spec.ts';

/** How wide a picture is, in its own units; 1 unit is 1 px when it is shown at its own width. */
export const WIDTH: Record<ChartSize, number> = { wide: 640, narrow: 350 };
/** Text of 14 and 15 px: never under 12, also when a page of 560 px shrinks the wide picture. */
export const FONT: Record<ChartSize, number> = { wide: 14, narrow: 15 };

/** What is inside a picture, and how high it is. */
export type Drawing = { height: number; body: string };

/** Where the data are drawn: its edges, and the place of a period (by index) and of a number. */
export type Plot = {
	left: number;
	right: number;
	top: number;
	bottom: number;
	x: (index: number) => number;
	y: (value: number) => number;
};
