/** The longest reason that is taken, in characters. */
export const LONGEST_ERASE_REASON = 500;

/**
 * U9: what a person who was forgotten is called from then on: nobody's name, the same each time, and
 * another than that of others who were forgotten.
 * @param mark a few signs that tell them apart, and from which nobody is known
 */
export const forgottenName = (mark: string): string => `Tidigare användare ${mark}`;

/** An address that nobody has: mails to `.invalid` go nowhere (RFC 2606). */
export const forgottenEmail = (personId: string): string => `${personId}@forgotten.invalid`;
