import type { EditionModel } from '#core/publication.ts';
import type { PrintProblemCode } from '#core/result.ts';

/** Everything that the forms of an edition are made of, and nothing else: no clock, no store. */
export type EditionInput = {
	model: EditionModel;
	/** SHA-256 of the model's canonical JSON: the edition's own hash. */
	hash: string;
	/** By id: the bytes of the pictures of `model.images`, and of the sender's logo. */
	images: Record<string, Uint8Array>;
};

/** A block that cannot be printed, by section; null for the whole. */
export type PrintProblem = {
	section: { key: string; title: string } | null;
	problem: PrintProblemCode;
	/** The place in its own words. */
	excerpt: string;
};
