/**
 * Raised whenever a node, mark or attribute is added, removed or changes its meaning. A client with
 * an older schema would delete what it does not know by merely reading it, so it is closed before
 * the first sync (W3).
 */
export const SCHEMA_VERSION = 3;

/** The root of every section's document: one Y.XmlFragment under this name. */
export const FRAGMENT = 'default';
