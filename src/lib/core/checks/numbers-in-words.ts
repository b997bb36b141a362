import { formatNumber } from '../format.ts';

/** A number as it stands in the words of a finding: with a comma, whatever the source writes. */
export const written = (value: number, decimals = 0): string => formatNumber(value, decimals, 'sv');

/** Half a unit of the last printed decimal: what rounding may take away. */
export const rounding = (decimals: number): number => 0.5 / 10 ** decimals;

/** Binary fractions are not exact: a hair is no difference. */
export const HAIR = 1e-9;

/** The publisher's limits: a count is small from 1 to 4, a base under 10, a sensitive one under 30. */
export const SMALL = 4;
export const BASE = 10;
export const FEW = 30;

export const isSmall = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= SMALL;
