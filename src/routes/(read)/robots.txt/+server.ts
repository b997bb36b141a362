import { textAnswer } from '../feeds/answer.ts';
import { robotsText } from '../feeds/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => textAnswer('text/plain', robotsText(url.origin));
