import { areaTablesOf } from './areas.ts';
import type { DocNode } from './publication.ts';

/** The articles that the areas of a text bear, each once. */
export const articlesOfAreas = (doc: DocNode): number[] => [
	...new Set(areaTablesOf(doc).flatMap(({ areas }) => areas.flatMap(({ articles }) => articles)))
];

/** Of a text its areas that bear the article, in their tables, and nothing else. */
export function areasAbout(doc: DocNode, article: number): DocNode {
	const tables: DocNode[] = [];
	const bears = ({ attrs }: DocNode): boolean => {
		const articles = attrs?.['articles'];
		return Array.isArray(articles) && articles.includes(article);
	};
	const read = (node: DocNode): void => {
		if (node.type !== 'areaTable') {
			node.content?.forEach(read);
			return;
		}
		const content = (node.content ?? []).filter(bears);
		if (content.length > 0) tables.push({ ...node, content });
	};
	read(doc);
	return { type: 'doc', content: tables };
}
