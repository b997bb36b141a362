import {
	NodeCompiler,
	type NodeError,
	type NodeTypstDocument
} from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The faces that the template uses, whole files: halves of a face would make it choose the wrong one. */
const FACES = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];

const TEMPLATE = import.meta.dirname;

export type Refused = { ok: false; reason: string };
/** A document that was set, and what one standard makes of it. */
export type Typeset = {
	pages: number;
	pdf: (standard: 'ua-1' | 'a-2a') => { ok: true; bytes: Uint8Array } | Refused;
};

export interface Typesetter {
	/** Sets the template with files by name, as if they lay beside it. `seconds` is the file's only clock. */
	set(files: Map<string, Uint8Array>, seconds: number): { ok: true; document: Typeset } | Refused;
	/** Gives back what the library remembers of documents: it outlives the thread that set them. */
	forget(): void;
}

/**
 * A typesetter with our fonts and no other, and without a network: a sign that they lack is refused, and
 * never replaced in silence.
 */
export function openTypesetter(): Typesetter {
	const compiler = NodeCompiler.create({
		workspace: TEMPLATE,
		fontArgs: [{ fontBlobs: FACES.map(readFace) }]
	});
	return {
		set: (files, seconds) => {
			compiler.resetShadow();
			for (const [name, bytes] of files)
				compiler.mapShadow(join(TEMPLATE, name), Buffer.from(bytes));
			const made = compiler.compile({
				mainFilePath: join(TEMPLATE, 'report.typ'),
				resetRead: true
			});
			const { result } = made;
			if (!result) return { ok: false, reason: diagnosis(made.takeDiagnostics()) };
			return {
				ok: true,
				document: {
					pages: result.numOfPages,
					pdf: (standard) => exported(compiler, result, standard, seconds)
				}
			};
		},
		forget: () => {
			compiler.resetShadow();
			compiler.evictCache(0);
		}
	};
}

function readFace(face: string): Buffer {
	const { resolve } = createRequire(import.meta.url);
	return readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`));
}

function exported(
	compiler: NodeCompiler,
	document: NodeTypstDocument,
	pdfStandard: string,
	creationTimestamp: number
): { ok: true; bytes: Uint8Array } | Refused {
	try {
		return { ok: true, bytes: compiler.pdf(document, { pdfStandard, creationTimestamp }) };
	} catch (error) {
		// The library throws what the standard forbids in the same way as its bugs, but names each.
		const said = error instanceof Error ? error.message : '';
		const reasons = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, one]) => one);
		if (reasons.length === 0) throw error;
		return { ok: false, reason: reasons.join('; ') };
	}
}

/** What the compiler says, in its own words. */
function diagnosis(error: NodeError | null): string {
	const said = (error?.shortDiagnostics ?? []) as { message: string }[];
	return said.map(({ message }) => message).join('; ') || 'no document';
}
