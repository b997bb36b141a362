/** Who publishes, as readers see it: kept in each edition as it was when that was published. */
export type Sender = {
	/** `#rrggbb`, at least 4.5:1 on white; empty for the product's own blue. */
	accent: string;
	/** Null without one. */
	logo: {
		id: string;
		type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
		width: number;
		height: number;
		sha256: string;
		/** What it says, for who does not see it. */
		alt: string;
	} | null;
	/** Where readers turn; each empty when it is not given. */
	contact: { unit: string; email: string; phone: string; web: string };
};
