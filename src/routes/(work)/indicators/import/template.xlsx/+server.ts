import { templateAs } from '../download.ts';

export const GET = templateAs('xlsx');
