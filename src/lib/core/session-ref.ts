/**
 * What a person's session is called on their own page: the beginning of its hash, which opens nothing and
 * tells it apart from the others of that person.
 */
export const sessionRef = (idHash: string): string => idHash.slice(0, 16);
