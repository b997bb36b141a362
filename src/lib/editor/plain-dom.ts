/**
 * Stands for lib0/dom in the built page (`vite.config.ts`): y-tiptap asks it for the document and nothing
 * else, and with it would come a library of schemas that nobody uses.
 */
export const doc: Partial<Document> = typeof document === 'undefined' ? {} : document;
