/**
 * Hocuspocus as its own server class runs it, with its SQLite extension and every default. The
 * packages are named by variables: they are installed for the benchmark alone, and the project's own
 * check of types must not need them.
 */

type Listening = { address: { port: number } };
type Parts = {
	Server: new (options: {
		port: number;
		address: string;
		quiet: boolean;
		extensions: unknown[];
	}) => { listen(port: undefined, onListen: () => Promise<void>): Promise<unknown> } & Listening;
	SQLite: new (options: { database: string }) => unknown;
};

const load = async (name: string): Promise<Parts> => (await import(name)) as Parts;
const { Server } = await load('@hocuspocus/server');
const { SQLite } = await load('@hocuspocus/extension-sqlite');

const server = new Server({
	port: 0,
	address: '127.0.0.1',
	quiet: true,
	extensions: [new SQLite({ database: process.env['DATABASE'] ?? ':memory:' })]
});
await server.listen(undefined, async () => {
	console.log(`listening on http://localhost:${server.address.port}`);
});

export {};
