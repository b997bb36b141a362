import { exportAs } from '../import/download.ts';

export const GET = exportAs('csv');
