/** How much of a text one document may hold, whoever writes it. */

/** Levels of nesting: 5,000 overflow the stack of every reader; a table in a list needs under 15. */
export const DEEPEST = 40;

/** Bytes of a section's document: some 200 pages; a browser still opens it at once. */
export const LARGEST = 4 * 1024 * 1024;
