import type { Line } from '../line.ts';
import { account } from './account.ts';
import { api } from './api.ts';
import { house } from './house.ts';
import { indicators } from './indicators.ts';
import { people } from './people.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { section } from './section.ts';
import { settings } from './settings.ts';

/** Every line of the table. */
export const lines: Line[] = [
	...house,
	...account,
	...reading,
	...report,
	...section,
	...indicators,
	...settings,
	...people,
	...api
];
