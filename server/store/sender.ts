import { eq } from 'drizzle-orm';
import type { Sender } from '#core/sender.ts';
import { logo, sender } from './schema.ts';
import type { Tx } from './store.ts';

export type SenderRow = typeof sender.$inferSelect;
export type Logo = typeof logo.$inferSelect;

export async function getSenderRow(tx: Tx, municipalityId: string): Promise<SenderRow | undefined> {
	return tx.db.select().from(sender).where(eq(sender.municipalityId, municipalityId)).get();
}

/** Puts what is now in the place of what was. */
export async function putSender(tx: Tx, row: typeof sender.$inferInsert) {
	tx.db
		.insert(sender)
		.values(row)
		.onConflictDoUpdate({ target: sender.municipalityId, set: row })
		.run();
}

export async function insertLogo(tx: Tx, row: typeof logo.$inferInsert) {
	tx.db.insert(logo).values(row).run();
}

export async function getLogo(tx: Tx, id: string): Promise<Logo | undefined> {
	return tx.db.select().from(logo).where(eq(logo.id, id)).get();
}

/** Who publishes, as an edition keeps it; null when nobody has said. */
export async function getSender(tx: Tx, municipalityId: string): Promise<Sender | null> {
	const row = await getSenderRow(tx, municipalityId);
	if (!row) return null;
	const picture = row.logoId === null ? undefined : await getLogo(tx, row.logoId);
	const { accent, unit, email, phone, web, logoAlt: alt } = row;
	return {
		accent,
		logo: picture
			? {
					id: picture.id,
					type: picture.type,
					width: picture.width,
					height: picture.height,
					sha256: picture.sha256,
					alt
				}
			: null,
		contact: { unit, email, phone, web }
	};
}
