import type { Ids } from '../world.ts';
import type { Line } from '../line.ts';

/** What readers are shown: the same bytes, whoever asks. */

const slug = (ids: Ids) => ({ params: { slug: ids.slug } });
const edition = (ids: Ids) => ({ params: { slug: ids.slug, n: '1' } });
const door = (name: string): Pick<Line, 'door' | 'asks'> => ({ door: name, asks: 'reader' });

export const reading: Line[] = [
	door('GET /dcat.rdf'),
	door('GET /robots.txt'),
	door('GET /rss.xml'),
	door('GET /schema/edition-1.json'),
	door('GET /sitemap.xml'),
	door('load /tillganglighet'),
	{
		...door('load /sok'),
		ask: () => ({ query: { q: 'Zebrafinksrapporten Kungsfiskaren skola' } })
	},
	{
		...door('GET /r/[latest=latest]'),
		ask: ({ slug: name }) => ({ params: { latest: `${name}.json` } }),
		done: 307
	},
	{ ...door('load /r/[slug]'), ask: slug },
	{
		...door('GET /r/[slug]/[...extract=extract]'),
		ask: (ids) => ({ params: { ...slug(ids).params, extract: 'artikel/3' } }),
		done: 307
	},
	{ ...door('load /r/[slug]/jamfor'), ask: slug },
	{
		...door('load /r/[slug]/jamfor/[other]'),
		ask: (ids) => ({ params: { ...slug(ids).params, other: ids.otherSlug } })
	},
	{ ...door('load /r/[slug]/v/[n]'), ask: edition },
	{
		...door('load /r/[slug]/v/[n]/[...extract=extract]'),
		ask: (ids) => ({ params: { ...edition(ids).params, extract: 'artikel/3' } })
	},
	{
		...door('GET /r/[slug]/v/[file=form]'),
		ask: (ids) => ({ params: { ...slug(ids).params, file: '1.json' } })
	},
	{
		...door('GET /r/[slug]/v/[n]/images/[id]'),
		ask: ({ otherSlug, publishedImage }) => ({
			params: { slug: otherSlug, n: '1', id: publishedImage }
		})
	}
];
