import * as Y from 'yjs';

/**
 * An empty document of ours. It is no subdocument of another, so nobody asks for its id: Yjs would draw
 * 31 random numbers for one, twenty times the work of the document itself.
 */
export const newDoc = (): Y.Doc => new Y.Doc({ guid: 'section' });
